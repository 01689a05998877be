package org.symbolon.command.eventhandler;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.eventhandler.fact.AnswerFacts;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.Position;
import org.symbolon.command.eventhandler.fact.RaisedEvent;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Secret;

/** A request of an administrator about a token of somebody, as handlers meet it. */
public final class HandledWorld {

    public static final ZonedDateTime NOW = ZonedDateTime.of(2026, 12, 1, 8, 0, 0, 0, ZoneOffset.UTC);

    public final FakeLookups lookups = new FakeLookups();
    public final Map<String, Secret> parameters = new HashMap<>();
    public final Map<String, Object> answer = new HashMap<>();
    public Caller caller = new Caller.Administrator("admin", "");
    public String client = "10.1.2.3";
    public String event = "token_disable";

    /** A token of Emma's, with entries of its info. */
    public HandledWorld token(String serial, int failures, Map<String, String> info) {
        lookups.tokens.put(
                serial,
                new SubjectToken(
                        serial,
                        "totp",
                        "the <b>phone</b>",
                        true,
                        7,
                        failures,
                        10,
                        "verify",
                        info,
                        List.of("realm1", "realm2"),
                        FakeLookups.EMMA.asOwner()));
        return this;
    }

    public HandledWorld parameter(String name, String value) {
        parameters.put(name, Secret.of(value));
        return this;
    }

    public HandledRequest request() {
        return new HandledRequest(
                new RaisedEvent(
                        event,
                        answer.isEmpty() ? Position.PRE : Position.POST,
                        "POST",
                        "/token/disable/TOTP1",
                        "https://mfa.example.org",
                        client,
                        "Browser/1.0 (some)",
                        caller,
                        parameters,
                        new AnswerFacts(answer),
                        "",
                        NOW),
                lookups);
    }
}
