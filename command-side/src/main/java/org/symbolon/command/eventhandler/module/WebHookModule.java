package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;
import static org.symbolon.command.eventhandler.module.Option.text;

import java.util.List;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.effect.WebHookCall;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.text.TaggedText;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import tools.jackson.databind.json.JsonMapper;

/** Tells another program by HTTP. */
final class WebHookModule {

    private static final String JSON = "json";
    private static final JsonMapper WRITER = new JsonMapper();

    static final HandlerModule TABLE = HandlerModule.named("WebHook", HandlerModule.BEFORE_AND_AFTER)
            .listeningToHappenings()
            .action(
                    "post_webhook",
                    WebHookModule::post,
                    line("URL", "Where the data is sent to.").mandatory(),
                    line("content_type", "In which form it is sent.")
                            .mandatory()
                            .from(Choices.of(JSON, "urlendcode")),
                    flag("replace", "Fill in placeholders such as {token_serial}.")
                            .mandatory(),
                    text("data", "What is sent.").mandatory());

    private WebHookModule() {}

    private static List<Deed> post(HandledRequest request, HandlerOptions options) {
        String data = options.text("data", "");
        String body = options.given("replace").isPresent() ? filled(data, request) : data;
        String type = options.text("content_type", JSON);
        String sent = type.equals(JSON) ? quoted(body) : body;
        WebHookCall call = new WebHookCall(Secret.of(options.required("URL")), type, Secret.of(sent));
        return List.of(new Deed.Cause(call, request.event().parameter("serial"), "post the data to the web hook"));
    }

    /** Data that cannot be filled in is sent as it is. */
    private static String filled(String data, HandledRequest request) {
        try {
            return TaggedText.filled(data, tag -> value(tag, request));
        } catch (Refusal malformed) {
            return data;
        }
    }

    private static String value(String tag, HandledRequest request) {
        return switch (tag) {
            case "logged_in_user" -> request.event().login();
            case "realm" -> request.event().loginRealm();
            case "surname" -> request.ownerInfo().getOrDefault("surname", "");
            case "token_owner" -> request.ownerInfo().getOrDefault("givenname", "");
            case "user_realm" -> request.owner().map(KnownUser::realm).orElse("");
            case "token_serial" -> request.event().parameter("serial");
            default -> null;
        };
    }

    /** The data as one text of JSON, which is how receivers know it. */
    private static String quoted(String text) {
        return WRITER.writeValueAsString(text);
    }
}
