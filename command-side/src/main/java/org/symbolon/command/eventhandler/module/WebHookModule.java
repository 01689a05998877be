package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;
import static org.symbolon.command.eventhandler.module.Option.text;

/** Tells another program by HTTP. */
final class WebHookModule {

    static final HandlerModule TABLE = HandlerModule.named("WebHook", HandlerModule.BEFORE_AND_AFTER)
            .action(
                    "post_webhook",
                    line("URL", "Where the data is sent to.").mandatory(),
                    line("content_type", "In which form it is sent.")
                            .mandatory()
                            .from(Choices.of("json", "urlendcode")),
                    flag("replace", "Fill in placeholders such as {token_serial}.")
                            .mandatory(),
                    text("data", "What is sent.").mandatory());

    private WebHookModule() {}
}
