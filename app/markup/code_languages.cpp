#include "markup/code_languages.h"

#include <QHash>
#include <vector>

namespace hearth::app {
namespace {

struct Line {
    const char* fences;
    const char* name;
    const char* keywords;
    const char* lineComment = "//";
    const char* blockOpen = "/*";
    const char* blockClose = "*/";
    const char* quotes = "\"'";
    const char* tripleQuotes = "";
    bool anyCase = false;
};

constexpr Line kLines[] = {
    {"c h", "C",
     "auto break case char const continue default do double else enum extern float for goto if inline int "
     "long "
     "register restrict return short signed sizeof static struct switch typedef union unsigned void volatile "
     "while "
     "NULL bool true false #include #define #ifdef #ifndef #endif #if #else #pragma"},
    {"cpp c++ cc cxx hpp", "C++",
     "auto bool break case catch char class concept const consteval constexpr continue co_await co_return "
     "co_yield "
     "default delete do double else enum explicit extern false final float for friend if inline int long "
     "mutable "
     "namespace new noexcept nullptr operator override private protected public requires return short signed "
     "sizeof "
     "static static_cast struct switch template this throw true try typedef typename union unsigned using "
     "virtual "
     "void while #include #define #ifdef #ifndef #endif #if #else #pragma"},
    {"java", "Java",
     "abstract boolean break byte case catch char class const continue default do double else enum extends "
     "final "
     "finally float for if implements import instanceof int interface long native new null package private "
     "protected public record return short static super switch synchronized this throw throws transient true "
     "false "
     "try var void volatile while"},
    {"cs csharp c#", "C#",
     "abstract as async await base bool break case catch char class const continue decimal default delegate "
     "do "
     "double else enum event false finally float for foreach get if in int interface internal is lock long "
     "namespace new null object out override private protected public readonly record ref return sealed set "
     "short "
     "static string struct switch this throw true try typeof uint using var virtual void while"},
    {"js javascript jsx mjs ts typescript tsx qml", "JavaScript",
     "async await break case catch class const continue debugger default delete do else enum export extends "
     "false "
     "finally for from function if implements import in instanceof interface let new null of package private "
     "property protected public readonly return signal static super switch this throw true try type typeof "
     "undefined var void while yield",
     "//", "/*", "*/", "\"'`"},
    {"py python python3", "Python",
     "and as assert async await break class continue def del elif else except False finally for from global "
     "if "
     "import in is lambda match None nonlocal not or pass raise return self True try while with yield",
     "#", "", "", "\"'", "\"'"},
    {"rs rust", "Rust",
     "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match "
     "mod move "
     "mut pub ref return self Self static struct super trait true type unsafe use where while bool char f32 "
     "f64 i8 "
     "i16 i32 i64 isize str u8 u16 u32 u64 usize String Vec Option Result",
     "//", "/*", "*/", "\""},
    {"go golang", "Go",
     "break case chan const continue default defer else fallthrough false for func go goto if import "
     "interface map "
     "nil package range return select struct switch true type var bool byte error float64 int int64 rune "
     "string",
     "//", "/*", "*/", "\"'`"},
    {"kt kotlin", "Kotlin",
     "abstract as break by class companion const constructor continue data do else enum false final for fun "
     "if "
     "import in init interface internal is lateinit null object open override package private protected "
     "public "
     "return sealed super suspend this throw true try typealias val var when while"},
    {"swift", "Swift",
     "as associatedtype async await break case catch class continue default defer deinit do else enum "
     "extension "
     "false fileprivate for func guard if import in init inout internal is let nil open operator private "
     "protocol "
     "public repeat return self static struct super switch throw throws true try var where while"},
    {"php", "PHP",
     "abstract and array as break case catch class const continue default do echo else elseif extends false "
     "final "
     "finally fn for foreach function global if implements include instanceof interface match namespace new "
     "null or "
     "private protected public require return static switch this throw trait true try use var while"},
    {"rb ruby", "Ruby",
     "alias and begin break case class def do else elsif end ensure false for if in module next nil not or "
     "puts "
     "raise redo require rescue retry return self super then true undef unless until when while yield",
     "#", "=begin", "=end"},
    {"sh bash zsh shell console", "Shell",
     "alias case cd do done echo elif else esac eval exec exit export fi for function grep if in local mkdir "
     "read "
     "return rm sed set shift source sudo test then trap unset until while",
     "#", "", ""},
    {"sql sqlite mysql postgresql", "SQL",
     "add all alter and as asc between by case check column constraint create database default delete desc "
     "distinct "
     "drop else end exists foreign from full group having in index inner insert into is join key left like "
     "limit "
     "not null on or order outer primary references right select set table then union unique update values "
     "view "
     "when where with integer text real varchar int boolean",
     "--", "/*", "*/", "'\"", "", true},
    {"json jsonc", "JSON", "true false null", "//", "", "", "\""},
    {"yaml yml", "YAML", "true false null yes no on off", "#", "", ""},
    {"toml ini conf", "TOML", "true false", "#", "", ""},
    {"html xml svg xhtml", "HTML",
     "html head body div span p a img ul ol li table tr td th form input button script style link meta title "
     "header "
     "footer nav section article class id href src type name value",
     "", "<!--", "-->"},
    {"css scss less", "CSS",
     "color background margin padding border font display flex grid position width height top left right "
     "bottom "
     "none auto block inline absolute relative fixed solid important @media @import @font-face",
     "", "/*", "*/"},
    {"lua", "Lua",
     "and break do else elseif end false for function if in local nil not or repeat return then true until "
     "while",
     "--", "--[[", "]]"},
    {"r", "R", "break else FALSE for function if in library next NULL repeat return TRUE while", "#", "", ""},
    {"cmake", "CMake", "if else endif foreach endforeach function endfunction set option include project",
     "#", "", "", "\""},
    {"dockerfile docker", "Dockerfile", "FROM RUN CMD COPY ADD ENV WORKDIR EXPOSE ENTRYPOINT ARG USER VOLUME",
     "#", "", ""},
    {"diff patch", "Diff", "", "", "", "", ""},
    {"latex tex", "LaTeX", "", "%", "", "", ""},
    {"text txt plain plaintext", "Text", "", "", "", "", ""},
};

QHash<QString, const CodeLanguage*> readTable() {
    QHash<QString, const CodeLanguage*> out;
    static std::vector<CodeLanguage> languages(std::size(kLines));
    for (std::size_t i = 0; i < std::size(kLines); ++i) {
        const Line& line = kLines[i];
        const auto words = QString::fromLatin1(line.keywords).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        languages[i] = {QString::fromLatin1(line.name),         {words.begin(), words.end()},
                        QString::fromLatin1(line.lineComment),  QString::fromLatin1(line.blockOpen),
                        QString::fromLatin1(line.blockClose),   QString::fromLatin1(line.quotes),
                        QString::fromLatin1(line.tripleQuotes), line.anyCase};
        for (const QString& fence : QString::fromLatin1(line.fences).split(QLatin1Char(' ')))
            out.insert(fence, &languages[i]);
    }
    return out;
}

}  // namespace

const CodeLanguage* codeLanguage(const QString& fence) {
    static const auto table = readTable();
    return table.value(fence.toLower(), nullptr);
}

QString codeLanguageName(const QString& fence) {
    const auto* language = codeLanguage(fence);
    return language == nullptr ? fence : language->name;
}

}  // namespace hearth::app
