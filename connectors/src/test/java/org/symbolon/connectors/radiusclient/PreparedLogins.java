package org.symbolon.connectors.radiusclient;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.symbolon.command.radiusclient.port.RadiusLogin;
import org.symbolon.command.radiusclient.port.RadiusLogins;
import org.symbolon.command.radiusclient.port.RadiusVerdict;

/** Decides as a test has prepared it, and keeps what it was asked. */
final class PreparedLogins implements RadiusLogins {

    final List<RadiusLogin> asked = new CopyOnWriteArrayList<>();
    volatile boolean ready = true;
    private volatile BiConsumer<RadiusLogin, Consumer<RadiusVerdict>> decision =
            (login, answer) -> answer.accept(new RadiusVerdict.Rejected(""));

    void answer(Function<RadiusLogin, RadiusVerdict> prepared) {
        decision = (login, answer) -> answer.accept(prepared.apply(login));
    }

    void decide(BiConsumer<RadiusLogin, Consumer<RadiusVerdict>> prepared) {
        decision = prepared;
    }

    @Override
    public void decide(RadiusLogin login, Consumer<RadiusVerdict> answer) {
        asked.add(login);
        decision.accept(login, answer);
    }

    @Override
    public boolean areReady() {
        return ready;
    }
}
