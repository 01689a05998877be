package org.symbolon.api.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.AwaitedEffects;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.register.RegisterEndpoint.NewUser;
import org.symbolon.command.register.MailRegistrationCode;
import org.symbolon.command.register.MailRegistrationCode.Letter;
import org.symbolon.command.register.MailRegistrationCode.Mailed;
import org.symbolon.command.token.DeleteToken;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.registration.RegistrationType;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.command.user.UserEdits;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.RegistrationTerms;
import org.symbolon.policy.enrolment.EnrolmentTerms;
import org.symbolon.policy.enrolment.NamedToken;
import org.symbolon.policy.enrolment.TokenPolicies;
import org.symbolon.policy.rights.Realms;
import org.symbolon.policy.rights.Surroundings;

/**
 * Adds people who register themselves to a user store, gives them a token and has its code mailed. A user store takes no part in
 * a transaction, so whatever fails after the user was added takes him back, and his token.
 */
@Component
class Registrations {

    private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);

    private static final String SUBJECT = "Your eduMFA registration";
    private static final String BODY = "Your registration token is {regkey}.";
    private static final String NOT_SENT = "Failed to send email!";

    private final UserDirectory directory;
    private final Realms realms;
    private final UserEdits edits;
    private final TokenPolicies policies;
    private final CommandDispatcher commands;
    private final AwaitedEffects effects;

    Registrations(
            UserDirectory directory,
            Surroundings around,
            UserEdits edits,
            TokenPolicies policies,
            CommandDispatcher commands,
            AwaitedEffects effects) {
        this.directory = directory;
        this.realms = around.realms();
        this.edits = edits;
        this.policies = policies;
        this.commands = commands;
        this.effects = effects;
    }

    /**
     * Registers the user; if it is refused, he is not there.
     *
     * @throws ApiException 402 if policies do not let him, his name is taken or the mail was not sent
     */
    void register(ApiRequest request, NewUser user, RegistrationTerms terms) {
        String mailServer = terms.mailServer()
                .orElseThrow(() -> ApiException.registration("No SMTP server configuration specified!"));
        UserName name = name(user, terms);
        request.notes().user(name.login()).realm(name.realm()).resolver(name.resolver());
        if (directory.find(new UserName(name.login(), name.realm(), "")).isPresent()) {
            throw ApiException.registration("The username is already registered!");
        }
        Letter letter = new Letter(
                mailServer, Secret.of(user.email()), SUBJECT, terms.body().orElse(BODY));
        edits.add(name.resolver(), name.login(), user.attributes(), user.password());
        undoneByFailure(name, () -> enrol(request, name, letter));
    }

    /** The name by which he is found from now on: one that is read as somebody's of another realm would be nobody's. */
    private UserName name(NewUser user, RegistrationTerms terms) {
        String resolver =
                terms.resolver().orElseThrow(() -> ApiException.registration("No resolver specified to register in!"));
        String realm = terms.realm().orElseThrow(() -> ApiException.registration("No realm specified to register in!"));
        if (!realms.isIn(realm, resolver)) {
            throw ApiException.registration("The resolver is not in the realm to register in!");
        }
        UserName name = directory.nameOf(user.login(), Optional.of(realm), resolver);
        if (!name.login().equals(user.login())) {
            throw ApiException.parameter("Parameter 'username' must be a login without a realm");
        }
        return name;
    }

    private void enrol(ApiRequest request, UserName name, Letter letter) {
        KnownUser user = directory
                .find(name)
                .orElseThrow(() -> ApiException.user("The new user cannot be found in the resolver."));
        Mailed mailed = (Mailed) commands.sendQuietly(request, mailing(request, user, letter));
        request.notes().serial(mailed.serial()).tokenType(RegistrationType.NAME);
        Optional<String> failure = effects.begin().failureOf(mailed.effectId());
        if (failure.isPresent()) {
            commands.sendQuietly(request, new DeleteToken(mailed.serial()));
            ApiException refusal = ApiException.registration(NOT_SENT);
            request.notes().info(refusal.getMessage() + " " + failure.get());
            throw refusal;
        }
    }

    private MailRegistrationCode mailing(ApiRequest request, KnownUser user, Letter letter) {
        NamedToken token = new NamedToken(
                Optional.empty(),
                Optional.of(user.login()),
                Optional.of(user.realm()),
                Optional.of(user.resolver()),
                RegistrationType.NAME);
        EnrolmentTerms terms = policies.ofServersOwn(policies.about(request.policies(), token));
        Map<String, String> parameters = new HashMap<>(terms.parameters().said());
        parameters.put("type", RegistrationType.NAME);
        EnrollToken enrolment = new EnrollToken(
                        parameters, Map.of(), null, user.asOwner(), new Holder(user.login(), user.realm()), null)
                .under(new TypeTerms(terms.toType()));
        return new MailRegistrationCode(enrolment, terms.limits(), letter);
    }

    /** Takes the user back if this fails, whatever it is that fails. */
    private void undoneByFailure(UserName name, Runnable step) {
        boolean done = false;
        try {
            step.run();
            done = true;
        } finally {
            if (!done) {
                takeBack(name);
            }
        }
    }

    /** What went wrong before is what is answered. */
    private void takeBack(UserName name) {
        try {
            edits.delete(name.resolver(), name.login());
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The user {} of the resolver {} registered in vain, and is still there: {}",
                    name.login(),
                    name.resolver(),
                    failure.getMessage());
        }
    }
}
