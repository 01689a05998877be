package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.effect.ScriptRun;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.fact.RaisedEvent;
import org.symbolon.events.shared.KnownUser;

/** Runs a program that the operator has put into the directory of scripts. */
final class ScriptModule {

    private static final String BACKGROUND = "background";
    private static final String WAIT = "wait";

    static final HandlerModule TABLE = HandlerModule.named("Script", HandlerModule.BEFORE_AND_AFTER)
            .actionForEachScript(
                    ScriptModule::run,
                    line(BACKGROUND, "Whether the request waits for the script.")
                            .mandatory()
                            .from(Choices.of(BACKGROUND, WAIT)),
                    flag("raise_error", "Refuse the request when the script fails.")
                            .when(BACKGROUND, WAIT),
                    flag("sync_to_database", "Write what has changed before the script starts."),
                    flag("serial", "Add --serial and the serial of the token."),
                    flag("user", "Add --user and the login of the owner."),
                    flag("realm", "Add --realm and the realm of the owner."),
                    flag("logged_in_user", "Add --logged_in_user and who sent the request."),
                    flag("logged_in_role", "Add --logged_in_role and the role of who sent it."));

    private static final String NONE = "none";

    private ScriptModule() {}

    private static List<Deed> run(String script, HandledRequest request, HandlerOptions options) {
        List<String> arguments = arguments(request, options);
        if (options.text(BACKGROUND, BACKGROUND).equals(WAIT)) {
            return List.of(new Deed.Run(script, arguments, options.flag("raise_error")));
        }
        String serial = request.serials().size() == 1 ? request.serials().get(0) : "";
        return List.of(new Deed.Cause(new ScriptRun(script, arguments), serial, "run the script " + script));
    }

    private static List<String> arguments(HandledRequest request, HandlerOptions options) {
        RaisedEvent event = request.event();
        List<String> arguments = new ArrayList<>();
        add(arguments, options, "serial", () -> String.join(",", request.serials()));
        add(arguments, options, "user", () -> request.owner()
                .map(KnownUser::login)
                .orElse(""));
        add(arguments, options, "realm", () -> request.owner()
                .map(KnownUser::realm)
                .orElse(""));
        add(arguments, options, "logged_in_user", () -> orNone(event.login()) + "@" + orNone(event.loginRealm()));
        add(arguments, options, "logged_in_role", () -> event.login().isEmpty() ? "" : event.role());
        return arguments;
    }

    private static void add(List<String> arguments, HandlerOptions options, String name, Supplier<String> value) {
        if (options.flag(name)) {
            arguments.add("--" + name);
            arguments.add(orNone(value.get()));
        }
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
