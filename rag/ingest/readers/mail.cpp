// Messages and mailboxes through GMime: the header as one block, the body, and the attachments, each read as
// the document it is. Source: RFC 5322, RFC 2045 to 2049, RFC 4155.
#include <gmime/gmime.h>

#include <memory>
#include <string>

#include "ingest/html_blocks.h"
#include "ingest/reader.h"
#include "ingest/text_encoding.h"

namespace hearth::rag {

namespace {

constexpr int mostDepth = 4;
constexpr int mostParts = 500;  // of one message

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
struct Free {
    void operator()(char* text) const { g_free(text); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string orEmpty(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

std::string addresses(GMimeMessage* message, GMimeAddressType type) {
    InternetAddressList* list = g_mime_message_get_addresses(message, type);
    if (list == nullptr) return {};
    const std::unique_ptr<char, Free> text(internet_address_list_to_string(list, nullptr, FALSE));
    return orEmpty(text.get());
}

// The part's bytes, decoded from base64 and the like.
std::string contentOf(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return bytes == nullptr ? std::string()
                            : std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

class MailBlocks {
  public:
    MailBlocks(const Source& source, BlockWriter& out) : source_(source), out_(out) {}

    void message(GMimeMessage* message, int depth) {
        header(message);
        if (GMimeObject* body = g_mime_message_get_mime_part(message)) part(body, depth);
    }

  private:
    void header(GMimeMessage* message) {
        const std::string subject = orEmpty(g_mime_message_get_subject(message));
        out_.heading(1, subject, {});
        std::string text;
        const auto line = [&](const char* name, const std::string& value) {
            if (!value.empty()) text += std::string(name) + ": " + tidySpace(value) + "\n";
        };
        line("Subject", subject);
        line("From", addresses(message, GMIME_ADDRESS_TYPE_FROM));
        line("To", addresses(message, GMIME_ADDRESS_TYPE_TO));
        line("Cc", addresses(message, GMIME_ADDRESS_TYPE_CC));
        if (GDateTime* date = g_mime_message_get_date(message)) {
            const std::unique_ptr<char, Free> shown(g_date_time_format(date, "%Y-%m-%d %H:%M %z"));
            line("Date", orEmpty(shown.get()));
            out_.date(g_date_time_to_unix(date));
        }
        out_.addLines(BlockKind::MailHeader, text, {});
    }

    void part(GMimeObject* object, int depth) {
        if (depth > mostDepth || ++parts_ > mostParts || out_.full())
            return out_.warn("It holds more parts than are read.");
        if (GMIME_IS_MULTIPART(object)) {
            multipart(GMIME_MULTIPART(object), depth);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            if (GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
                message(inner, depth + 1);
        } else if (GMIME_IS_PART(object)) {
            leaf(GMIME_PART(object));
        }
    }

    void multipart(GMimeMultipart* multi, int depth) {
        const int count = g_mime_multipart_get_count(multi);
        GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(multi));
        if (type != nullptr && g_mime_content_type_is_type(type, "multipart", "encrypted"))
            return out_.warn("A part of it is encrypted and is not read.");
        if (type != nullptr && g_mime_content_type_is_type(type, "multipart", "alternative") && count > 0) {
            // The same text more than once: the plain one, else the last, which is the richest.
            int chosen = count - 1;
            for (int i = count - 1; i >= 0; --i)
                if (isPlain(g_mime_multipart_get_part(multi, i))) chosen = i;
            return part(g_mime_multipart_get_part(multi, chosen), depth + 1);
        }
        for (int i = 0; i < count; ++i) part(g_mime_multipart_get_part(multi, i), depth + 1);
    }

    static bool isPlain(GMimeObject* object) {
        GMimeContentType* type = g_mime_object_get_content_type(object);
        if (!GMIME_IS_PART(object) || type == nullptr || !g_mime_content_type_is_type(type, "text", "plain"))
            return false;
        return contentOf(GMIME_PART(object)).find_first_not_of(" \t\r\n") != std::string::npos;
    }

    void leaf(GMimePart* part) {
        GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        const std::string name = orEmpty(g_mime_part_get_filename(part));
        const std::string bytes = contentOf(part);
        const char* charset = type == nullptr ? nullptr : g_mime_content_type_get_parameter(type, "charset");
        const bool text = type == nullptr || g_mime_content_type_is_type(type, "text", "*");
        if (name.empty() && !text) return;  // pictures that a page shows
        Source inner{bytes, name, orEmpty(charset), source_.depth + 1, -1, source_.deadline};
        if (name.empty()) {
            if (type != nullptr && g_mime_content_type_is_type(type, "text", "html"))
                writeHtml(decodeText(bytes, inner.charset).text, 0, out_);
            else if (type == nullptr || !g_mime_content_type_is_type(type, "text", "calendar"))
                static_cast<void>(readText(inner, out_));
            else if (const ReadResult read = readCalendar(inner, out_); !read)
                out_.warn(read.error().message);
            return;
        }
        attachment(inner);
    }

    void attachment(const Source& inner) {
        const std::string before = out_.part();
        out_.setPart(before.empty() ? inner.name : before + "/" + inner.name);
        DocumentKind kind = DocumentKind::Unknown;
        if (const ReadResult read = readDocument(inner, out_, kind); !read)
            out_.warn("The attachment " + inner.name.substr(0, 120) +
                      " is not read: " + read.error().message);
        out_.setPart(before);
    }

    const Source& source_;
    BlockWriter& out_;
    int parts_ = 0;
};

bool writeMessage(std::string_view bytes, const Source& source, BlockWriter& out,
                  const std::string& otherwise) {
    g_mime_init();
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message) return false;
    const std::string id = orEmpty(g_mime_message_get_message_id(message.get()));
    const bool inner = source.depth > 0;
    if (!inner) {
        out.setMessage(id.empty() ? otherwise : id);
        out.clearHeadings();
    }
    MailBlocks(source, out).message(message.get(), 0);
    return true;
}

// Where the next message of a mailbox begins: a line "From …" behind an empty one.
std::size_t nextMessage(std::string_view bytes, std::size_t from) {
    for (;;) {
        const std::size_t at = bytes.find("\nFrom ", from);
        if (at == std::string_view::npos) return bytes.size();
        const bool emptyBefore =
            at == 0 || bytes[at - 1] == '\n' || (bytes[at - 1] == '\r' && at > 1 && bytes[at - 2] == '\n');
        if (emptyBefore) return at + 1;
        from = at + 1;
    }
}

}  // namespace

ReadResult readMail(const Source& source, BlockWriter& out) {
    if (!writeMessage(source.bytes, source, out, {}))
        return unreadable(SkipReason::Damaged, "It is no message that can be read.");
    return {};
}

ReadResult readMailbox(const Source& source, BlockWriter& out) {
    const std::string_view bytes = source.bytes;
    std::size_t number = 0, unread = 0;
    for (std::size_t begin = 0; begin < bytes.size() && !out.full();) {
        const std::size_t end = nextMessage(bytes, begin);
        const std::string_view message = bytes.substr(begin, end - begin);
        const std::size_t line = message.find('\n');
        ++number;
        if (line == std::string_view::npos ||
            !writeMessage(message.substr(line + 1), source, out, "#" + std::to_string(number)))
            ++unread;
        begin = end;
    }
    out.setMessage({});
    if (number > 0 && unread == number)
        return unreadable(SkipReason::Damaged, "No message in it can be read.");
    if (unread > 0) out.warn(std::to_string(unread) + " of its messages cannot be read.");
    return {};
}

}  // namespace hearth::rag
