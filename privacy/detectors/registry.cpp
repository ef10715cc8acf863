#include "detectors/registry.h"

// One line for each identifier: the function that describes it.
// clang-format off
#define HEARTH_DETECTORS(X) \
    X(abaRouting) \
    X(age) \
    X(apiKey) \
    X(auAbn) \
    X(auAcn) \
    X(auMedicare) \
    X(auTfn) \
    X(brCpf) \
    X(caSin) \
    X(cnResidentId) \
    X(coordinates) \
    X(creditCard) \
    X(crypto) \
    X(dateOfBirth) \
    X(dateTime) \
    X(deBsnr) \
    X(deFuehrerschein) \
    X(deHandelsregister) \
    X(deHealthInsurance) \
    X(deIdCard) \
    X(deKfz) \
    X(deLanr) \
    X(dePassport) \
    X(dePlz) \
    X(deSocialSecurity) \
    X(deTaxId) \
    X(deTaxNumber) \
    X(deVatId) \
    X(emailAddress) \
    X(esNie) \
    X(esNif) \
    X(esPassport) \
    X(fiPersonalIdentityCode) \
    X(frNir) \
    X(frSiret) \
    X(iban) \
    X(inAadhaar) \
    X(inGstin) \
    X(inPan) \
    X(inPassport) \
    X(inVehicleRegistration) \
    X(inVoter) \
    X(ipAddress) \
    X(itDriverLicense) \
    X(itFiscalCode) \
    X(itIdentityCard) \
    X(itPassport) \
    X(itVatCode) \
    X(jpMyNumber) \
    X(krBrn) \
    X(krDriverLicense) \
    X(krFrn) \
    X(krPassport) \
    X(krRrn) \
    X(macAddress) \
    X(medicalLicense) \
    X(ngNin) \
    X(ngVehicleRegistration) \
    X(nlBsn) \
    X(phMobileNumber) \
    X(phTin) \
    X(phoneNumber) \
    X(plPesel) \
    X(privateKey) \
    X(seOrganisationsnummer) \
    X(sePersonnummer) \
    X(sgNricFin) \
    X(sgUen) \
    X(thTnin) \
    X(trLicensePlate) \
    X(trNationalId) \
    X(trPhoneNumber) \
    X(ukDrivingLicence) \
    X(ukNhs) \
    X(ukNino) \
    X(ukPassport) \
    X(ukPostcode) \
    X(ukVehicleRegistration) \
    X(url) \
    X(usBankNumber) \
    X(usDriverLicense) \
    X(usItin) \
    X(usMbi) \
    X(usNpi) \
    X(usPassport) \
    X(usSsn) \
    X(zaIdNumber) \
    X(zipCode)
// clang-format on

namespace hearth::privacy {

#define HEARTH_DECLARE(name) Detector name();
HEARTH_DETECTORS(HEARTH_DECLARE)
#undef HEARTH_DECLARE

std::vector<Detector> allDetectors() {
#define HEARTH_CALL(name) name(),
    return {HEARTH_DETECTORS(HEARTH_CALL)};
#undef HEARTH_CALL
}

}  // namespace hearth::privacy
