package org.symbolon.command.tokentype;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.tokentype.TypeAction;

/**
 * What a type says of itself, once: the wire, the policies, the documentation and the read models know it from here and not by its
 * name. {@link TypeDescriptionBuilder} makes one.
 *
 * @param name on the wire and in the table, lower case
 * @param serialPrefix what a generated serial begins with
 * @param title one line for people who choose a type
 * @param modes by which ways its tokens log in
 * @param trigger whether the PIN alone begins a challenge
 * @param pinUse what of what was typed is the PIN
 * @param clientMode what a client has to do so that a challenge can be answered
 * @param challengeText what a person is told who is to answer one, unless somebody has decided otherwise
 * @param parameters of its enrolment
 * @param settings of the system that it goes by
 * @param state the entries that it keeps of a token
 * @param actions of policies that are about it alone
 * @param evidence parameters of a log-in that it wants to see beside what was typed
 */
public record TypeDescription(
        String name,
        String serialPrefix,
        String title,
        Set<Mode> modes,
        Trigger trigger,
        PinUse pinUse,
        ClientMode clientMode,
        String challengeText,
        List<TypeParameter> parameters,
        List<TypeSetting> settings,
        List<StateEntry> state,
        List<TypeAction> actions,
        Set<String> evidence,
        Set<Trait> traits) {

    /** A way by which a token logs in. */
    public enum Mode {
        /** By what is typed at once. */
        AUTHENTICATE,
        /** By what answers a challenge. */
        CHALLENGE,
        /** By an answer that comes another way. */
        OUT_OF_BAND
    }

    /** Whether the PIN alone begins a challenge. */
    public enum Trigger {
        NEVER,
        /** Where a policy says so. */
        BY_POLICY,
        ALWAYS
    }

    /** What of what was typed is the PIN. */
    public enum PinUse {
        /** What stands beside the value. */
        BEFORE_VALUE,
        /** All of it. */
        WHOLE_PASS,
        /** Nothing: all of it is for the type to judge. */
        NOTHING,
        /** The token says so, see {@link TokenType#pinUse}. */
        BY_TOKEN
    }

    /** What else there is to know of a type. */
    public enum Trait {
        /** It is among the types that people are offered; by name it can always be had. */
        OFFERED,
        /** A policy can let users enrol it for themselves. */
        SELF_SERVICE,
        /** A new token can be asked for one of its values before it is good. */
        VERIFIABLE,
        /** Its tokens have no PIN that somebody could set. */
        WITHOUT_PIN,
        /** Its tokens are asked after all others. */
        ASKED_LAST,
        /** A token of it is gone once it was used. */
        USED_ONCE,
        /** What it sends goes to the owner of a token, whom it wants to know then. */
        SENDS,
        /** It wants something gathered before a log-in is decided. */
        GATHERS
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether a token of it can be asked a challenge. */
    public boolean isAskable() {
        return modes.contains(Mode.CHALLENGE) || modes.contains(Mode.OUT_OF_BAND);
    }

    /** Whether the parameter of this name is a secret, so that nobody may see it afterwards. */
    public boolean isSecret(String parameter) {
        return parameters.stream()
                .anyMatch(known -> known.kind() == TypeParameter.Kind.SECRET
                        && known.name().equals(parameter));
    }

    /** Whether there is a parameter of this name. */
    public boolean takes(String parameter) {
        return parameters.stream().anyMatch(known -> known.name().equals(parameter));
    }

    /** The entry of the state of this name. */
    public Optional<StateEntry> stateEntry(String entry) {
        return state.stream().filter(known -> known.name().equals(entry)).findFirst();
    }

    /** Whether an entry of this name is the type's, and not one that people write as they like. */
    public boolean keeps(String entry) {
        return stateEntry(entry).isPresent();
    }

    /** What a token's state is of which the table of tokens and its info show this. Secrets are not among it. */
    public TypeState stateOf(long count, Map<String, String> shown) {
        Map<String, Object> entries = new TreeMap<>();
        for (StateEntry entry : state) {
            String text = shown.get(entry.name());
            if (text != null && entry.kind() != StateEntry.Kind.SECRET) {
                entries.put(entry.name(), entry.read(text));
            }
        }
        return TypeState.of(count, entries);
    }

    /** The actions of one scope. */
    public Collection<TypeAction> actionsOf(TypeAction.Scope scope) {
        return actions.stream()
                .filter(action -> action.scopes().contains(scope))
                .toList();
    }
}
