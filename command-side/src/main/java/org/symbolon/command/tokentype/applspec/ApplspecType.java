package org.symbolon.command.tokentype.applspec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Selective;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.password.FixedPassword;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/** A password for one service, such as a mail program that knows nothing of second factors. No other service takes it. */
public final class ApplspecType implements Selective {

    private static final String NAME = "applspec";
    private static final String SERVICE = "service_id";
    private static final int LEAST_OF_OWNERS = 8;
    private static final FixedPassword PASSWORDS = FixedPassword.of(NAME, 23);

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "ASPW", "Application Specific Password: A fixed password for one service.")
            .taking(FixedPassword.PARAMETERS)
            .taking(PASSWORDS.parameters())
            .taking(TypeParameter.text(SERVICE, "The service that it is for."))
            .keeping(StateEntry.text(SERVICE))
            .seeing(SERVICE)
            .with(Trait.OFFERED, Trait.SELF_SERVICE)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    /** What is made up for an owner is as it always is, and what he gives himself is not all too short. */
    @Override
    public EnrolmentRequest boundedForOwner(EnrolmentRequest request) {
        if (FixedPassword.isGiven(request) && PASSWORDS.of(request).length() < LEAST_OF_OWNERS) {
            throw Refusal.parameter("Parameter 'otpkey' must have at least " + LEAST_OF_OWNERS + " characters");
        }
        Map<String, String> parameters = new HashMap<>(request.parameters());
        PASSWORDS.parameters().forEach(parameter -> parameters.remove(parameter.name()));
        return request.with(parameters);
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        String service = request.text(SERVICE, "");
        if (service.isEmpty()) {
            throw Refusal.missing(SERVICE);
        }
        Limits.check(SERVICE, service, Limits.TEXT);
        Secret password = PASSWORDS.of(request);
        return EnrolmentStep.complete(
                password,
                password.length(),
                TypeState.of(null, Map.of(SERVICE, service)),
                List.of(new Disclosure.Seed(password), new Disclosure.Password(password)));
    }

    @Override
    public boolean isFor(TokenView token, Map<String, String> fields) {
        return token.state()
                .text(SERVICE)
                .filter(own -> own.equalsIgnoreCase(fields.get(SERVICE)))
                .isPresent();
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        return isFor(token, credential.fields()) ? FixedPassword.judge(token, credential) : Judgement.WRONG;
    }
}
