package org.symbolon.api.tokentype;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.challenge.EnrolOnDevice;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.command.tokentype.EnrollingEndpoint;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeCall;

/** Lets devices do their part of an enrolment, where a type lets them. */
@Component
final class DeviceSteps {

    private final TokenTypes types;
    private final EnrolmentEvidence evidence;
    private final CommandDispatcher commands;

    DeviceSteps(TokenTypes types, EnrolmentEvidence evidence, CommandDispatcher commands) {
        this.types = types;
        this.evidence = evidence;
        this.commands = commands;
    }

    /** The reply to a call that is a step of an enrolment; empty if it is none. */
    Optional<Reply> answer(ApiRequest request, String type, TypeCall call) {
        return types.find(type)
                .flatMap(known -> known.endpoint())
                .filter(EnrollingEndpoint.class::isInstance)
                .map(EnrollingEndpoint.class::cast)
                .flatMap(endpoint -> endpoint.step(call).map(step -> take(request, type, call, endpoint, step)));
    }

    private Reply take(
            ApiRequest request, String type, TypeCall call, EnrollingEndpoint endpoint, Map<String, String> step) {
        Map<String, String> parameters = new HashMap<>(step);
        parameters.put("type", type);
        AtomicReference<EnrollToken> latest =
                new AtomicReference<>(new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null));
        AtomicBoolean afresh = new AtomicBoolean();
        return commands.sendFresh(
                request,
                () -> new EnrolOnDevice(call, latest.updateAndGet(evidence::prepared), afresh.getAndSet(true)),
                (Enrolled enrolled) -> {
                    request.notes().success(true);
                    return TokenTypeEndpoint.reply(endpoint.done(enrolled.serial(), enrolled.disclosures()));
                });
    }
}
