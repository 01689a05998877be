package org.symbolon.command.token;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.TokenOwner;

/**
 * Enrol a token, or enrol one anew when its serial is taken by a token of the same type.
 *
 * @param parameters the request's parameters as texts
 * @param info entries for the token's info, from the parameter {@code info}; one that is null is removed
 * @param pin the PIN, null when none was given
 * @param owner whom the token will belong to, null for nobody
 * @param holder the owner as an authenticator app shows it
 * @param realm realm of a token without owner, null for none
 * @param proof what its owner has to show before it is good
 * @param terms what policies say to its type
 * @param gathered what its type wanted to be gathered before
 * @param byOwner whether its owner enrols it for himself, and not somebody who may loosen what binds him
 */
public record EnrollToken(
        Map<String, String> parameters,
        Map<String, String> info,
        PinToKeep pin,
        TokenOwner owner,
        Holder holder,
        String realm,
        Proof proof,
        TypeTerms terms,
        Gathered gathered,
        boolean byOwner) {

    /** What has to be shown before a token is good. */
    public enum Proof {
        NONE,
        /** A value, if its type can be asked for one. */
        VALUE,
        /** The same, by whoever logs in and is enrolled for that. */
        VALUE_IN_LOGIN,
        /** The same by somebody who may do without the token. */
        OPTIONAL_IN_LOGIN
    }

    /** One for which nothing was gathered. */
    public EnrollToken(
            Map<String, String> parameters,
            Map<String, String> info,
            PinToKeep pin,
            TokenOwner owner,
            Holder holder,
            String realm,
            boolean toBeVerified) {
        this(
                parameters,
                info,
                pin,
                owner,
                holder,
                realm,
                toBeVerified ? Proof.VALUE : Proof.NONE,
                TypeTerms.NONE,
                Gathered.NOTHING,
                false);
    }

    /** One that is good at once. */
    public EnrollToken(
            Map<String, String> parameters,
            Map<String, String> info,
            PinToKeep pin,
            TokenOwner owner,
            Holder holder,
            String realm) {
        this(parameters, info, pin, owner, holder, realm, false);
    }

    /** The same for somebody who logs in. */
    public EnrollToken byLogin() {
        return byLogin(Proof.VALUE_IN_LOGIN);
    }

    /** The same for somebody who logs in and may do without. */
    public EnrollToken optionalByLogin() {
        return byLogin(Proof.OPTIONAL_IN_LOGIN);
    }

    private EnrollToken byLogin(Proof wanted) {
        Map<String, String> marked = new HashMap<>(info);
        marked.putAll(AwaitedToken.mark());
        return new EnrollToken(parameters, marked, pin, owner, holder, realm, wanted, terms, gathered, byOwner);
    }

    boolean isByLogin() {
        return proof == Proof.VALUE_IN_LOGIN || proof == Proof.OPTIONAL_IN_LOGIN;
    }

    /** The session of what is asked in it, empty where nobody logs in. */
    String session() {
        return switch (proof) {
            case NONE, VALUE -> "";
            case VALUE_IN_LOGIN -> EnrollableByLogin.SESSION;
            case OPTIONAL_IN_LOGIN -> EnrollableByLogin.OPTIONAL_SESSION;
        };
    }

    boolean toBeVerified() {
        return proof != Proof.NONE;
    }

    /** The same with what was gathered for it. */
    public EnrollToken with(Gathered answers) {
        return new EnrollToken(parameters, info, pin, owner, holder, realm, proof, terms, answers, byOwner);
    }

    /** The same where policies say this to its type. */
    public EnrollToken under(TypeTerms said) {
        return new EnrollToken(parameters, info, pin, owner, holder, realm, proof, said, gathered, byOwner);
    }

    /** The same by whoever is to own the token. */
    public EnrollToken byItsOwner() {
        return new EnrollToken(parameters, info, pin, owner, holder, realm, proof, terms, gathered, true);
    }

    /** Shows no value: parameters hold seeds. */
    @Override
    public String toString() {
        return "EnrollToken[" + parameters.keySet() + ", " + owner + "]";
    }
}
