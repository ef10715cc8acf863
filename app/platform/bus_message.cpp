#include "platform/bus_message.h"

#include <string>
#include <type_traits>

namespace hearth::app {
namespace {

using agent::BusValue;
using Map = std::map<std::string, BusValue>;
using List = std::vector<BusValue>;

std::string signatureOf(const BusValue& value) {
    if (value.variant) return "v";
    return std::visit(
        [](const auto& v) -> std::string {
            using T = std::decay_t<decltype(v)>;
            if constexpr (std::is_same_v<T, bool>) return "b";
            if constexpr (std::is_same_v<T, std::int32_t>) return "i";
            if constexpr (std::is_same_v<T, std::uint32_t>) return "u";
            if constexpr (std::is_same_v<T, std::int64_t>) return "x";
            if constexpr (std::is_same_v<T, std::uint64_t>) return "t";
            if constexpr (std::is_same_v<T, double>) return "d";
            if constexpr (std::is_same_v<T, std::string>) return "s";
            if constexpr (std::is_same_v<T, std::vector<std::string>>) return "as";
            if constexpr (std::is_same_v<T, Map>) return "a{sv}";
            if constexpr (std::is_same_v<T, List>)
                return "a" + (v.empty() ? std::string("v") : signatureOf(v.front()));
            return "";
        },
        value.value);
}

template <typename T>
bool appendBasic(DBusMessageIter* to, int type, const T& value) {
    return dbus_message_iter_append_basic(to, type, &value) != 0;
}

bool appendText(DBusMessageIter* to, const std::string& text) {
    const char* bytes = text.c_str();
    if (dbus_validate_utf8(bytes, nullptr) == 0) return false;
    return appendBasic(to, DBUS_TYPE_STRING, bytes);
}

bool appendVariant(DBusMessageIter* to, const BusValue& value) {
    BusValue plain = value;
    plain.variant = false;
    DBusMessageIter inner;
    if (dbus_message_iter_open_container(to, DBUS_TYPE_VARIANT, signatureOf(plain).c_str(), &inner) == 0)
        return false;
    const bool good = appendValue(&inner, plain);
    return dbus_message_iter_close_container(to, &inner) != 0 && good;
}

template <typename Items, typename AppendItem>
bool appendArray(DBusMessageIter* to, const std::string& signature, const Items& items,
                 AppendItem appendItem) {
    DBusMessageIter inner;
    if (dbus_message_iter_open_container(to, DBUS_TYPE_ARRAY, signature.c_str(), &inner) == 0) return false;
    bool good = true;
    for (const auto& item : items) good = good && appendItem(&inner, item);
    return dbus_message_iter_close_container(to, &inner) != 0 && good;
}

bool appendEntry(DBusMessageIter* to, const std::pair<const std::string, BusValue>& entry) {
    DBusMessageIter inner;
    if (dbus_message_iter_open_container(to, DBUS_TYPE_DICT_ENTRY, nullptr, &inner) == 0) return false;
    const bool good = appendText(&inner, entry.first) && appendVariant(&inner, entry.second);
    return dbus_message_iter_close_container(to, &inner) != 0 && good;
}

template <typename T, typename Wire>
BusValue readBasic(DBusMessageIter* from) {
    Wire value{};
    dbus_message_iter_get_basic(from, &value);
    BusValue out;
    out.value = T(value);
    return out;
}

BusValue readOne(DBusMessageIter* from);

BusValue readDictionary(DBusMessageIter* entries) {
    Map map;
    for (; dbus_message_iter_get_arg_type(entries) == DBUS_TYPE_DICT_ENTRY; dbus_message_iter_next(entries)) {
        DBusMessageIter entry;
        dbus_message_iter_recurse(entries, &entry);
        const BusValue key = readOne(&entry);
        dbus_message_iter_next(&entry);
        if (const auto* name = std::get_if<std::string>(&key.value)) map[*name] = readOne(&entry);
    }
    BusValue out;
    out.value = std::move(map);
    return out;
}

BusValue readArray(DBusMessageIter* from) {
    const int element = dbus_message_iter_get_element_type(from);
    DBusMessageIter inner;
    dbus_message_iter_recurse(from, &inner);
    if (element == DBUS_TYPE_DICT_ENTRY) return readDictionary(&inner);
    List list = readValues(&inner);
    BusValue out;
    if (element == DBUS_TYPE_STRING || element == DBUS_TYPE_OBJECT_PATH) {
        std::vector<std::string> texts;
        for (auto& item : list) texts.push_back(std::get<std::string>(std::move(item.value)));
        out.value = std::move(texts);
    } else {
        out.value = std::move(list);
    }
    return out;
}

BusValue readOne(DBusMessageIter* from) {
    switch (dbus_message_iter_get_arg_type(from)) {
        case DBUS_TYPE_BOOLEAN:
            return readBasic<bool, dbus_bool_t>(from);
        case DBUS_TYPE_BYTE:
            return readBasic<std::uint32_t, unsigned char>(from);
        case DBUS_TYPE_INT16:
            return readBasic<std::int32_t, dbus_int16_t>(from);
        case DBUS_TYPE_UINT16:
            return readBasic<std::uint32_t, dbus_uint16_t>(from);
        case DBUS_TYPE_INT32:
            return readBasic<std::int32_t, dbus_int32_t>(from);
        case DBUS_TYPE_UINT32:
            return readBasic<std::uint32_t, dbus_uint32_t>(from);
        case DBUS_TYPE_INT64:
            return readBasic<std::int64_t, dbus_int64_t>(from);
        case DBUS_TYPE_UINT64:
            return readBasic<std::uint64_t, dbus_uint64_t>(from);
        case DBUS_TYPE_DOUBLE:
            return readBasic<double, double>(from);
        case DBUS_TYPE_STRING:
        case DBUS_TYPE_OBJECT_PATH:
        case DBUS_TYPE_SIGNATURE:
            return readBasic<std::string, const char*>(from);
        case DBUS_TYPE_ARRAY:
            return readArray(from);
        case DBUS_TYPE_STRUCT:
        case DBUS_TYPE_VARIANT: {
            const bool variant = dbus_message_iter_get_arg_type(from) == DBUS_TYPE_VARIANT;
            DBusMessageIter inner;
            dbus_message_iter_recurse(from, &inner);
            if (variant) return readOne(&inner);
            BusValue out;
            out.value = readValues(&inner);
            return out;
        }
        default:
            return {};
    }
}

}  // namespace

bool appendValue(DBusMessageIter* to, const BusValue& value) {
    if (value.variant) return appendVariant(to, value);
    return std::visit(
        [to](const auto& v) -> bool {
            using T = std::decay_t<decltype(v)>;
            if constexpr (std::is_same_v<T, bool>) return appendBasic(to, DBUS_TYPE_BOOLEAN, dbus_bool_t{v});
            if constexpr (std::is_same_v<T, std::int32_t>) return appendBasic(to, DBUS_TYPE_INT32, v);
            if constexpr (std::is_same_v<T, std::uint32_t>) return appendBasic(to, DBUS_TYPE_UINT32, v);
            if constexpr (std::is_same_v<T, std::int64_t>) return appendBasic(to, DBUS_TYPE_INT64, v);
            if constexpr (std::is_same_v<T, std::uint64_t>) return appendBasic(to, DBUS_TYPE_UINT64, v);
            if constexpr (std::is_same_v<T, double>) return appendBasic(to, DBUS_TYPE_DOUBLE, v);
            if constexpr (std::is_same_v<T, std::string>) return appendText(to, v);
            if constexpr (std::is_same_v<T, std::vector<std::string>>)
                return appendArray(to, "s", v, appendText);
            if constexpr (std::is_same_v<T, Map>) return appendArray(to, "{sv}", v, appendEntry);
            if constexpr (std::is_same_v<T, List>) {
                const std::string element = v.empty() ? "v" : signatureOf(v.front());
                for (const auto& item : v)
                    if (signatureOf(item) != element) return false;
                return appendArray(to, element, v, appendValue);
            }
            return false;  // nothing to send
        },
        value.value);
}

std::vector<BusValue> readValues(DBusMessageIter* from) {
    List out;
    for (; dbus_message_iter_get_arg_type(from) != DBUS_TYPE_INVALID; dbus_message_iter_next(from))
        out.push_back(readOne(from));
    return out;
}

}  // namespace hearth::app
