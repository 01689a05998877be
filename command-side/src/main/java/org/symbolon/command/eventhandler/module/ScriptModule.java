package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;

/** Runs a program that the operator has put into the directory of scripts. */
final class ScriptModule {

    private static final String BACKGROUND = "background";
    private static final String WAIT = "wait";

    static final HandlerModule TABLE = HandlerModule.named("Script", HandlerModule.BEFORE_AND_AFTER)
            .actionForEachScript(
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

    private ScriptModule() {}
}
