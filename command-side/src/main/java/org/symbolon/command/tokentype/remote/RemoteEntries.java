package org.symbolon.command.tokentype.remote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.shared.Truth;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.remote.RemoteInquiry.Where;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/** What a remote token keeps: whom to ask about whom. It is written as eduMFA writes it, all entries as texts. */
record RemoteEntries(TypeState state) {

    private static final String SERVER_ID = "remote.server_id";
    private static final String SERVER = "remote.server";
    private static final String PATH = "remote.path";
    private static final String LOCAL_PIN = "remote.local_checkpin";
    private static final String SERIAL = "remote.serial";
    private static final String USER = "remote.user";
    private static final String REALM = "remote.realm";
    private static final String RESOLVER = "remote.resolver";
    private static final String LAST_SERIAL = "last_matching_remote_serial";

    private static final List<String> WRITTEN = List.of(SERVER_ID, SERVER, PATH, SERIAL, USER, REALM, RESOLVER);

    static final List<TypeParameter> PARAMETERS = List.of(
            TypeParameter.text(SERVER_ID, "The number or name of the server that is asked, as it is defined."),
            TypeParameter.text(SERVER, "Its address instead, where none is named."),
            TypeParameter.text(PATH, "Where the server at this address checks log-ins.")
                    .or(RemotePeer.CHECK),
            TypeParameter.flag(LOCAL_PIN, "Checks the PIN here, and sends the rest alone.")
                    .or("0"),
            TypeParameter.text(SERIAL, "The serial of the token there."),
            TypeParameter.text(USER, "The name by which that server knows the user."),
            TypeParameter.text(REALM, "His realm there."),
            TypeParameter.text(RESOLVER, "His resolver there."));

    static final List<StateEntry> ENTRIES = List.of(
            StateEntry.text(SERVER_ID),
            StateEntry.text(SERVER),
            StateEntry.text(PATH),
            StateEntry.text(LOCAL_PIN),
            StateEntry.text(SERIAL),
            StateEntry.text(USER),
            StateEntry.text(REALM),
            StateEntry.text(RESOLVER),
            StateEntry.text(LAST_SERIAL).locked());

    /**
     * What an enrolment asks for. Of a token that is enrolled anew nothing else stays.
     *
     * @throws Refusal 905 if it does not say whom to ask
     */
    static RemoteEntries of(EnrolmentRequest request) {
        Map<String, Object> entries = new HashMap<>();
        request.token().ifPresent(former -> WRITTEN.forEach(name -> entries.put(name, null)));
        request.token().ifPresent(former -> entries.put(LAST_SERIAL, null));
        entries.put(LOCAL_PIN, Limits.check(LOCAL_PIN, request.text(LOCAL_PIN, "0"), Limits.TEXT));
        for (String name : WRITTEN) {
            String text = Limits.check(name, request.text(name, ""), Limits.TEXT);
            if (!text.isEmpty()) {
                entries.put(name, text);
            }
        }
        if (entries.get(SERVER_ID) == null && entries.get(SERVER) == null) {
            throw Refusal.missing(SERVER);
        }
        return new RemoteEntries(TypeState.of(null, entries));
    }

    private String text(String name) {
        return state.text(name).orElse("");
    }

    boolean pinIsLocal() {
        return Truth.of(text(LOCAL_PIN));
    }

    Where where() {
        String defined = text(SERVER_ID);
        return defined.isEmpty()
                ? new Where.Own(text(SERVER), state.text(PATH).orElse(RemotePeer.CHECK))
                : new Where.Defined(defined);
    }

    /** A server that is defined is told all that is known; one at an address of the token's own either a serial or a user. */
    SortedMap<String, String> who() {
        SortedMap<String, String> who = new TreeMap<>();
        boolean bySerial = !text(SERIAL).isEmpty();
        if (bySerial) {
            who.put("serial", text(SERIAL));
        }
        if (!bySerial || !text(SERVER_ID).isEmpty()) {
            who.putAll(Map.of("user", text(USER), "realm", text(REALM), "resolver", text(RESOLVER)));
        }
        return who;
    }

    /** The token there that was right, if it is another one than the last. */
    StateChange matched(String serial) {
        return Optional.of(serial)
                .filter(found -> found.matches("[0-9a-zA-Z_-]{1," + Limits.SERIAL + "}"))
                .filter(found -> !found.equals(text(LAST_SERIAL)))
                .map(found -> StateChange.of(Map.of(LAST_SERIAL, found)))
                .orElse(StateChange.NONE);
    }
}
