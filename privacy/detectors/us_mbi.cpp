// United States: Medicare Beneficiary Identifier, eleven characters.
// Source: CMS, "Understanding the MBI format": letters without S, L, O, I, B and Z.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector usMbi() {
    return {
        "US_MBI",
        {{"eleven characters in three groups",
          R"((?i)\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-[AC-HJKMNP-RT-Y]{2}\d{2}\b)",
          0.7},
         {"eleven characters",
          R"((?i)\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}\b)",
          0.5}},
        {"medicare", "mbi", "beneficiary", "cms", "medicaid", "hic", "hicn"}};
}

}  // namespace hearth::privacy
