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
 * @param tally how many of some entries there are, null for no such thing
 * @param actions of policies that are about it alone
 * @param evidence parameters of a log-in that it wants to see beside what was typed
 * @param asked what its questions say beside the serial
 * @param told what whoever is let in is told beside the serial
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
        Tally tally,
        List<TypeAction> actions,
        Set<String> evidence,
        List<ToldField> asked,
        List<ToldField> told,
        Set<Trait> traits) {

    /** Under which name a token keeps what it will be when its new device has shown a value. */
    public static final String SUCCESSOR = "successor";

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
        /** Where the type says so, see {@link TokenType#isTriggered}. */
        BY_TYPE,
        ALWAYS
    }

    /** What of what was typed is the PIN. */
    public enum PinUse {
        /** What stands beside the value. */
        BEFORE_VALUE,
        /** All of it. */
        WHOLE_PASS,
        /** All of it, and what decides comes by another way. */
        BEFORE_ANSWER,
        /** Nothing: all of it is for the type to judge. */
        NOTHING,
        /** All of it, or nothing: what is not the PIN is for the type to judge. */
        WHOLE_OR_NOTHING,
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
        /** Its tokens can go over to a new device, whose first value proves that it is there. */
        ROLLS_OVER,
        /** Its tokens have no PIN that somebody could set. */
        WITHOUT_PIN,
        /** Its tokens are asked after all others. */
        ASKED_LAST,
        /** Log-ins pass over its tokens that are out of use, as if their owners did not have them. */
        UNHEARD_WHILE_DISABLED,
        /** A token of it is gone once it was used. */
        USED_ONCE,
        /** What it sends, or has a device show, is about the owner of a token, whom it wants to know then. */
        SENDS,
        /** It wants something gathered before a log-in is decided. */
        GATHERS,
        /** What a new token is asked for before it is good is what it asks at any challenge. */
        ASKED_FIRST,
        /** Its enrolments may take something of what is known of the owner. */
        READS_OWNER,
        /** Its enrolments are told the PIN itself, since they put something under it. */
        SEES_PIN,
        /** Its tokens log in with the key of a device, which can stand for a name; no other token is ever looked at for that. */
        BY_KEY
    }

    /**
     * Entries that are not listed one by one: how many there are is.
     *
     * @param prefix what their names begin with
     * @param name under which their number is listed
     */
    public record Tally(String prefix, String name) {}

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

    /** What the type wants to see of the parameters of a log-in. */
    public Map<String, String> seen(Map<String, String> fields) {
        if (fields.isEmpty() || evidence.isEmpty()) {
            return Map.of();
        }
        Map<String, String> seen = new TreeMap<>(fields);
        seen.keySet().retainAll(evidence);
        return seen;
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
        return stateEntry(entry).isPresent() || (tally != null && entry.startsWith(tally.prefix()));
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
