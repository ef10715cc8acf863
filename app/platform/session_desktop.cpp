#include "platform/session_desktop.h"

#include <dbus/dbus.h>

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

#include "platform/bus_message.h"
#include "platform/processes.h"
#include "platform/session_bus.h"

namespace hearth::app {
namespace {

using agent::BusCall;
using agent::BusValue;

struct FreeMessage {
    void operator()(DBusMessage* message) const { dbus_message_unref(message); }
};
using Message = std::unique_ptr<DBusMessage, FreeMessage>;

tl::unexpected<base::Error> busFailure(const DBusError& error, const BusCall& call) {
    const std::string_view name = error.name == nullptr ? "" : error.name;
    const std::string text = error.message == nullptr ? "" : error.message;
    const std::string where = call.service + " " + call.interface + "." + call.method;
    if (name == DBUS_ERROR_SERVICE_UNKNOWN || name == DBUS_ERROR_NAME_HAS_NO_OWNER ||
        name == DBUS_ERROR_UNKNOWN_OBJECT || name == DBUS_ERROR_UNKNOWN_INTERFACE ||
        name == DBUS_ERROR_UNKNOWN_METHOD)
        return base::fail(base::ErrorCode::NotFound, "This desktop does not offer that.", where);
    if (name == DBUS_ERROR_ACCESS_DENIED || name == DBUS_ERROR_AUTH_FAILED)
        return base::fail(base::ErrorCode::Refused, "The desktop refused it: " + text, where);
    if (name == DBUS_ERROR_NO_REPLY || name == DBUS_ERROR_TIMEOUT)
        return base::fail(base::ErrorCode::Io, "The desktop did not answer in time.", where);
    return base::fail(base::ErrorCode::Io, "The desktop reported: " + text, where);
}

BusValue text(std::string value) {
    BusValue out;
    out.value = std::move(value);
    return out;
}

bool hasScheme(const std::string& url) {
    const auto colon = url.find(':');
    if (colon == std::string::npos || colon == 0) return false;
    for (std::size_t i = 0; i < colon; ++i)
        if (std::isalnum(static_cast<unsigned char>(url[i])) == 0 && url[i] != '+' && url[i] != '-' &&
            url[i] != '.')
            return false;
    return std::isalpha(static_cast<unsigned char>(url[0])) != 0;
}

}  // namespace

SessionDesktop::~SessionDesktop() {
    for (auto* connection : {session_, system_}) {
        if (connection == nullptr) continue;
        dbus_connection_close(connection);
        dbus_connection_unref(connection);
    }
}

base::Result<void> SessionDesktop::openUrl(const std::string& url) {
    if (!hasScheme(url))
        return base::fail(base::ErrorCode::InvalidInput, "This is not an address that can be opened.", url);
    auto started = startProgram({"xdg-open", url});
    if (!started && started.error().code == base::ErrorCode::NotFound)
        return base::fail(
            base::ErrorCode::Unsupported,
            "There is no desktop here that could open this address. (xdg-open is not installed.)", url);
    return started;
}

base::Result<void> SessionDesktop::launch(const std::vector<std::string>& arguments) {
    return startProgram(arguments);
}

base::Result<std::string> SessionDesktop::execute(const std::vector<std::string>& arguments, int timeoutMs) {
    return runProgram(arguments, timeoutMs);
}

base::Result<DBusConnection*> SessionDesktop::connection(BusCall::Bus bus) {
    auto& kept = bus == BusCall::Bus::Session ? session_ : system_;
    if (kept != nullptr && dbus_connection_get_is_connected(kept) == 0) {
        dbus_connection_unref(kept);
        kept = nullptr;
    }
    if (kept != nullptr) return kept;
    if (bus == BusCall::Bus::Session && !sessionBusNamed())
        return base::fail(base::ErrorCode::Unsupported, "There is no desktop session here.",
                          "DBUS_SESSION_BUS_ADDRESS");
    DBusError error = DBUS_ERROR_INIT;
    kept = dbus_bus_get_private(bus == BusCall::Bus::Session ? DBUS_BUS_SESSION : DBUS_BUS_SYSTEM, &error);
    if (kept == nullptr) {
        const std::string reason = error.message == nullptr ? "" : error.message;
        dbus_error_free(&error);
        return base::fail(base::ErrorCode::Unsupported,
                          "The desktop's message bus cannot be reached: " + reason);
    }
    dbus_connection_set_exit_on_disconnect(kept, 0);
    return kept;
}

base::Result<std::vector<BusValue>> SessionDesktop::call(const BusCall& call) {
    const std::lock_guard lock(mutex_);
    return callLocked(call);
}

base::Result<std::vector<BusValue>> SessionDesktop::callLocked(const BusCall& call) {
    if (dbus_validate_bus_name(call.service.c_str(), nullptr) == 0 ||
        dbus_validate_path(call.path.c_str(), nullptr) == 0 ||
        dbus_validate_interface(call.interface.c_str(), nullptr) == 0 ||
        dbus_validate_member(call.method.c_str(), nullptr) == 0)
        return base::fail(base::ErrorCode::InvalidInput, "This is not a name on the message bus.",
                          call.service + " " + call.path + " " + call.interface + "." + call.method);
    auto bus = connection(call.bus);
    if (!bus) return tl::unexpected<base::Error>(bus.error());
    const Message message(dbus_message_new_method_call(call.service.c_str(), call.path.c_str(),
                                                       call.interface.c_str(), call.method.c_str()));
    DBusMessageIter arguments;
    if (message) dbus_message_iter_init_append(message.get(), &arguments);
    for (const auto& value : call.arguments)
        if (!message || !appendValue(&arguments, value))
            return base::fail(base::ErrorCode::InvalidInput, "A value cannot be sent over the message bus.",
                              call.interface + "." + call.method);
    DBusError error = DBUS_ERROR_INIT;
    const Message reply(
        dbus_connection_send_with_reply_and_block(*bus, message.get(), call.timeoutMs, &error));
    if (!reply) {
        auto failed = busFailure(error, call);
        dbus_error_free(&error);
        return failed;
    }
    DBusMessageIter values;
    if (dbus_message_iter_init(reply.get(), &values) == 0) return std::vector<BusValue>{};
    return readValues(&values);
}

std::vector<std::string> SessionDesktop::busNames(const std::string& prefix) {
    BusCall list;
    list.service = "org.freedesktop.DBus";
    list.path = "/org/freedesktop/DBus";
    list.interface = "org.freedesktop.DBus";
    list.method = "ListNames";
    std::vector<std::string> out;
    const auto reply = call(list);
    if (!reply || reply->empty()) return out;
    if (const auto* names = std::get_if<std::vector<std::string>>(&reply->front().value))
        for (const auto& name : *names)
            if (name.starts_with(prefix)) out.push_back(name);
    return out;
}

base::Result<void> SessionDesktop::notify(const agent::Notification& notification) {
    // Desktop Notifications Specification 1.2, Notify.
    const std::lock_guard lock(mutex_);
    BusCall notify;
    notify.service = "org.freedesktop.Notifications";
    notify.path = "/org/freedesktop/Notifications";
    notify.interface = "org.freedesktop.Notifications";
    notify.method = "Notify";
    BusValue replaces;
    const auto shown = shown_.find(notification.id);
    replaces.value = shown == shown_.end() ? std::uint32_t{0} : shown->second;
    // The hint "urgency" is a byte, which the port has no value for: what is urgent only stays longer.
    BusValue hints;
    hints.value = std::map<std::string, BusValue>{};
    BusValue actions;
    actions.value = std::vector<std::string>{};
    BusValue timeout;
    timeout.value = std::int32_t{notification.urgent ? 0 : -1};  // 0: until it is dismissed
    notify.arguments = {text("Hearth"),          replaces, text("hearth"), text(notification.title),
                        text(notification.body), actions,  hints,          timeout};
    auto reply = callLocked(notify);
    if (!reply) return tl::unexpected<base::Error>(reply.error());
    if (!notification.id.empty() && !reply->empty())
        if (const auto* number = std::get_if<std::uint32_t>(&reply->front().value))
            shown_[notification.id] = *number;
    return {};
}

}  // namespace hearth::app
