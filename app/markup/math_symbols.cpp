#include "markup/math_symbols.h"

#include <QHash>
#include <QSet>

namespace hearth::app {
namespace {

using Table = QHash<QString, QString>;

const Table& symbols() {
    static const Table table = [] {
        Table out;
        const QString pairs = QStringLiteral(
            "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι "
            "kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ "
            "phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ "
            "Upsilon Υ Phi Φ Psi Ψ Omega Ω "
            "sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ "
            "times × cdot · div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ "
            "leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ "
            "in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅ "
            "varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ "
            "to → rightarrow → longrightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ "
            "Longrightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ "
            "rightharpoonup ⇀ rightleftharpoons ⇌ "
            "infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ angle ∠ perp ⊥ parallel ∥ mid ∣ "
            "degree ° prime ′ dagger † ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ therefore ∴ because ∵ "
            "langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } vert | Vert ‖ lVert ‖ "
            "rVert ‖ lvert | rvert | backslash \\ square □ blacksquare ■ qed ∎ top ⊤ bot ⊥ vdash ⊢ models ⊨ "
            "checkmark ✓ lt < gt >");
        const auto words = pairs.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (qsizetype i = 0; i + 1 < words.size(); i += 2) out.insert(words[i], words[i + 1]);
        for (const QChar c : QStringLiteral("{}$%&#_|"))
            out.insert(c, c == QLatin1Char('|') ? QChar(0x2016) : c);
        for (const char* thin : {",", ":", ";", " ", "enspace"})
            out.insert(QLatin1String(thin), QStringLiteral(" "));
        out.insert(QStringLiteral("quad"), QStringLiteral("  "));
        out.insert(QStringLiteral("qquad"), QStringLiteral("    "));
        for (const char* nothing : {"!", "displaystyle", "textstyle", "limits", "nolimits", "big", "Big",
                                    "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg", "nonumber", "hline"})
            out.insert(QLatin1String(nothing), QLatin1String(""));
        return out;
    }();
    return table;
}

QString mapped(const QString& text, const QString& from, const QString& to) {
    QString out;
    for (const QChar c : text) {
        if (c == QLatin1Char(' ')) continue;
        const auto at = from.indexOf(c);
        if (at < 0) return {};
        out += to[at];
    }
    return out;
}

bool oneOf(const char* words, const QString& command) {
    static QHash<const char*, QSet<QString>> sets;
    auto& set = sets[words];
    if (set.isEmpty()) {
        const auto list = QString::fromLatin1(words).split(QLatin1Char(' '));
        set = QSet<QString>(list.begin(), list.end());
    }
    return set.contains(command);
}

constexpr const char* kLimits =
    "sum prod coprod bigcup bigcap bigoplus bigotimes lim max min sup inf limsup liminf "
    "argmax argmin";
constexpr const char* kFunctions =
    "sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln lg exp det "
    "dim ker gcd lim max min sup inf limsup liminf argmax argmin deg arg Pr mod bmod";

}  // namespace

QString mathSymbol(const QString& command) {
    return symbols().value(command);
}

bool hasLimits(const QString& command) {
    return oneOf(kLimits, command);
}

bool isMathFunction(const QString& command) {
    return oneOf(kFunctions, command);
}

QString doubleStruck(const QString& letters) {
    const QString found = mapped(letters, QStringLiteral("CHNPQRZ"), QStringLiteral("ℂℍℕℙℚℝℤ"));
    return found.isNull() ? letters : found;
}

QChar mathAccent(const QString& command) {
    static const QHash<QString, char16_t> marks = {
        {QStringLiteral("hat"), 0x0302},   {QStringLiteral("widehat"), 0x0302},
        {QStringLiteral("bar"), 0x0304},   {QStringLiteral("overline"), 0x0305},
        {QStringLiteral("tilde"), 0x0303}, {QStringLiteral("widetilde"), 0x0303},
        {QStringLiteral("vec"), 0x20D7},   {QStringLiteral("dot"), 0x0307},
        {QStringLiteral("ddot"), 0x0308},  {QStringLiteral("underline"), 0x0332}};
    return QChar(marks.value(command, 0));
}

QString raised(const QString& text) {
    return mapped(text, QStringLiteral("0123456789+-−=()aAbBcdeghijklmnoprstuvwxyzTRMD′*βγδθφχ"),
                  QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᴬᵇᴮᶜᵈᵉᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᴿᴹᴰ′*ᵝᵞᵟᶿᵠᵡ"));
}

QString lowered(const QString& text) {
    return mapped(text, QStringLiteral("0123456789+-−=()aehijklmnoprstuvxβγρφχ"),
                  QStringLiteral("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"));
}

}  // namespace hearth::app
