package org.symbolon.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.RegisterActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.rights.Realms;
import org.symbolon.policy.rights.Surroundings;

/** What policies say to people who register themselves. Nobody is known yet, so that only where and when they ask matters. */
public final class RegistrationPolicies {

    /** Whether anybody can register at all. */
    public static final List<Action> POSSIBLE = List.of(RegisterActions.RESOLVER);

    public static final List<Action> ACTIONS = List.of(
            RegisterActions.SMTPCONFIG,
            RegisterActions.RESOLVER,
            RegisterActions.REALM,
            RegisterActions.REGISTRATION_BODY,
            RegisterActions.REQUIREDEMAIL);

    private final Realms realms;

    public RegistrationPolicies(Surroundings around) {
        this.realms = around.realms();
    }

    public static boolean isPossible(AskedPolicies asked) {
        return asked.ask(RegisterActions.RESOLVER, Subject.ANYONE).isSet();
    }

    public RegistrationTerms of(AskedPolicies asked) {
        return new RegistrationTerms(
                value(asked, RegisterActions.SMTPCONFIG),
                value(asked, RegisterActions.RESOLVER),
                value(asked, RegisterActions.REALM)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .or(realms::preset),
                value(asked, RegisterActions.REGISTRATION_BODY),
                asked.ask(RegisterActions.REQUIREDEMAIL, Subject.ANYONE).values());
    }

    private static Optional<String> value(AskedPolicies asked, Action action) {
        return asked.ask(action, Subject.ANYONE).value().filter(text -> !text.isBlank());
    }
}
