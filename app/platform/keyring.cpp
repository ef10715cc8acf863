#include "platform/keyring.h"

#include <qt6keychain/keychain.h>
#include <sodium.h>

#include <QCoreApplication>
#include <QEventLoop>

namespace hearth::app::keyring {
namespace {

using base::ErrorCode;
using base::Result;
using privacy::Secret;

const QString kService = QStringLiteral("Hearth");

tl::unexpected<base::Error> failure(const QKeychain::Job& job) {
    ErrorCode code = ErrorCode::Io;
    if (job.error() == QKeychain::EntryNotFound) code = ErrorCode::NotFound;
    if (job.error() == QKeychain::NoBackendAvailable || job.error() == QKeychain::NotImplemented)
        code = ErrorCode::Unsupported;
    if (job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser)
        code = ErrorCode::Refused;
    return base::fail(code, "The desktop's keyring: " + job.errorString().toStdString() + ".",
                      job.key().toStdString());
}

// The command line has none of its own, and the bus wants one. It is never destroyed: when the program ends,
// what it would take leave of is gone already.
void ensureApplication() {
    static int count = 1;
    static char name[] = "hearth";
    static char* words[] = {name, nullptr};
    if (QCoreApplication::instance() == nullptr) new QCoreApplication(count, words);
}

void finish(QKeychain::Job& job, const QString& name) {
    ensureApplication();
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    job.setKey(name);
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec(QEventLoop::ExcludeUserInputEvents);
}

}  // namespace

Result<privacy::Secret> read(const QString& name) {
    QKeychain::ReadPasswordJob job(kService);
    finish(job, name);
    if (job.error() != QKeychain::NoError) return failure(job);
    QByteArray bytes = job.binaryData();
    privacy::Secret secret(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return secret;
}

Result<void> write(const QString& name, const privacy::Secret& secret) {
    QKeychain::WritePasswordJob job(kService);
    job.setBinaryData(
        QByteArray(reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size())));
    finish(job, name);
    if (job.error() != QKeychain::NoError) return failure(job);
    return {};
}

Result<void> remove(const QString& name) {
    QKeychain::DeletePasswordJob job(kService);
    finish(job, name);
    if (job.error() != QKeychain::NoError) return failure(job);
    return {};
}

KeyringDoor door() {
    return {[](const std::string& name) { return read(QString::fromStdString(name)); },
            [](const std::string& name, const Secret& secret) {
                return write(QString::fromStdString(name), secret);
            },
            [](const std::string& name) { return remove(QString::fromStdString(name)); }};
}

}  // namespace hearth::app::keyring
