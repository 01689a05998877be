package org.symbolon.reactions.eventhandler;

import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.eventhandler.effect.ScriptRun;
import org.symbolon.command.eventhandler.port.HandlerScripts;
import org.symbolon.command.eventhandler.port.OutsideFailedException;

/** Runs scripts that no request waits for. What has been run is not run again, however it ended: nobody knows what it has done. */
public final class RunScriptReaction extends OutsideReaction {

    private final HandlerScripts scripts;

    public RunScriptReaction(HandlerScripts scripts) {
        super(ScriptRun.KIND);
        this.scripts = scripts;
    }

    @Override
    void reach(EffectOrder order) throws OutsideFailedException {
        ScriptRun run = ScriptRun.of(order);
        int code = scripts.run(run.script(), run.arguments());
        if (code != 0) {
            throw OutsideFailedException.forGood("the script " + run.script() + " ended with " + code);
        }
    }
}
