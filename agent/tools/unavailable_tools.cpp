#include "tools/unavailable_tools.h"

#include "tools/basic_tool.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr auto kText = ArgumentType::Text;
constexpr const char* kNoHome =
    "I can't reach devices of your home: no smart home is connected to this computer. Use the switch, or the "
    "app "
    "of the device's maker.";

ArgumentSpec text(const char* name, const char* label) {
    return {name, kText, label, "", false, {}};
}

std::vector<UnavailableTool> makeTable() {
    const ArgumentSpec device = text("device", "Device");
    const ArgumentSpec room = text("room", "Room");
    return {
        {{"check_email",
          "Read e-mail",
          "Read or search e-mail",
          "mail",
          false,
          {text("from", "From"),
           text("subject", "Subject"),
           {"date", ArgumentType::Date, "Day", "", false, {}},
           text("folder", "Folder")},
          {"do I have new mail", "did Ana write to me", "read my last e-mail"}},
         "I can't read your e-mail: no mail account is connected to Hearth. Say “open” and the name of your "
         "mail "
         "program, and I start it. Writing an e-mail works: say “write an e-mail to …”."},
        {{"send_message",
          "Send message",
          "Send a text message or the current location",
          "message",
          true,
          {{"to", ArgumentType::Person, "To", "", false, {}}, text("body", "Message")},
          {"text Ana that I am late", "send Tom a message", "share my location with mum"}},
         "I can't send text messages: no phone is connected to this computer. I can write an e-mail instead: "
         "say "
         "“write an e-mail to …”."},
        {{"read_messages",
          "Read messages",
          "Read text messages",
          "message",
          false,
          {text("from", "From")},
          {"read my messages", "any new texts", "what did Ana text me"}},
         "I can't read text messages: no phone is connected to this computer. Please look at your phone."},
        {{"post_social",
          "Post",
          "Post to or read social media",
          "social",
          true,
          {text("service", "Service"), text("text", "Text")},
          {"post this on Mastodon", "tweet good morning", "what's new on Facebook"}},
         "I can't post to or read social media: no account is connected to Hearth. Open the service in your "
         "browser; I can keep the text in a note meanwhile: say “make a note that …”."},
        {{"rate_item",
          "Rate",
          "Rate or like a song, book or other work",
          "rate",
          true,
          {text("title", "Title"), text("rating", "Rating"), text("unit", "Unit"), text("scale", "Out of"),
           text("select", "Which"), text("kind", "Kind")},
          {"give this song five stars", "rate the book four out of five", "like this track"}},
         "I can't rate works: no service that collects ratings is connected to Hearth. Rate it in the "
         "program or "
         "on the site where you found it."},
        {{"take_photo",
          "Take photo",
          "Take a picture",
          "camera",
          true,
          {text("camera", "Camera")},
          {"take a picture", "take a selfie", "open the front camera"}},
         "I can't take pictures: Hearth does not use the camera. Say “open” and the name of your camera "
         "program, "
         "and I start it."},
        {{"find_device",
          "Find device",
          "Find the user's phone or another device",
          "phone",
          false,
          {device},
          {"find my phone", "where are my headphones", "ring my phone"}},
         "I can't find other devices: none is connected to this computer. Phones can be found at "
         "android.com/find "
         "or icloud.com/find."},
        {{"turn_on",
          "Switch on",
          "Switch a device or a group on, open or unlock it",
          "home",
          true,
          {device, room},
          {"turn on the lights", "switch on the fan in the bedroom", "open the garage"}},
         kNoHome},
        {{"turn_off",
          "Switch off",
          "Switch a device or a group off, close or lock it",
          "home",
          true,
          {device, room},
          {"turn off the lights", "switch the heater off", "lock the front door"}},
         kNoHome},
        {{"set_light",
          "Change light",
          "Change a light's brightness or colour",
          "light",
          true,
          {device, room, text("brightness", "Brightness"), text("color", "Colour")},
          {"dim the lights", "make the lamp red", "lights to half in the kitchen"}},
         "I can't change lights: no smart home is connected to this computer. Use the lamp's switch or the "
         "app of "
         "its maker. For the screen, say “make the screen darker”."},
        {{"set_temperature",
          "Set temperature",
          "Set heating or cooling",
          "temperature",
          true,
          {text("temperature", "Temperature"), room},
          {"set the heating to 20 degrees", "make it warmer in the living room", "cool the bedroom"}},
         "I can't set the heating: no thermostat is connected to this computer. Use the thermostat or the "
         "app of "
         "its maker."},
        {{"get_device_state",
          "Ask device",
          "Say the state of a home device or sensor",
          "home",
          false,
          {device, room, text("state", "State")},
          {"is the light on", "how warm is it inside", "did I lock the door"}},
         "I can't see the state of devices of your home: no smart home is connected to this computer. The "
         "app of "
         "the device's maker shows it."},
        {{"control_appliance",
          "Run appliance",
          "Run an appliance: coffee maker, vacuum, blinds",
          "home",
          true,
          {device, text("action", "Action"), room},
          {"start the coffee maker", "vacuum the living room", "close the blinds"}},
         kNoHome},
        {{"manage_account",
          "Account",
          "Banking, cards, bills, pay and benefits",
          "bank",
          true,
          {text("action", "Action"),
           text("account", "Account"),
           {"amount", ArgumentType::Number, "Amount", "", false, {}}},
          {"what's my balance", "pay the electricity bill", "transfer 50 euros to savings"}},
         "I can't reach bank or other accounts, and will not ask for their passwords. Please use your bank's "
         "own "
         "site or app. I can remind you of it: say “remind me to …”."},
        {{"summarize_meeting",
          "Summarise meeting",
          "Summarise a meeting or conversation",
          "meeting",
          false,
          {text("meeting", "Meeting"), text("query", "About")},
          {"summarise the last meeting", "what did we decide on Monday", "what were the action items"}},
         "I can't summarise meetings yet: this version keeps no recordings or transcripts. I can find what "
         "you "
         "wrote down: say “find my note about …”."},
    };
}

class UnavailableToolRunner final : public BasicTool {
  public:
    UnavailableToolRunner(const UnavailableTool& tool, const ToolContext& context)
        : BasicTool(tool.spec, context), sentence_(tool.sentence) {}

    Result<Prepared> prepare(const Call&) override { return fail(ErrorCode::Unsupported, say(sentence_)); }
    Result<Outcome> run(const std::vector<Field>&, base::CancelToken) override {
        return fail(ErrorCode::Unsupported, say(sentence_));
    }

  private:
    std::string sentence_;
};

}  // namespace

const std::vector<UnavailableTool>& unavailableTools() {
    static const std::vector<UnavailableTool> table = makeTable();
    return table;
}

std::vector<std::unique_ptr<Tool>> makeUnavailableTools(const ToolContext& context) {
    std::vector<std::unique_ptr<Tool>> all;
    for (const UnavailableTool& tool : unavailableTools())
        all.push_back(std::make_unique<UnavailableToolRunner>(tool, context));
    return all;
}

}  // namespace hearth::agent::tools
