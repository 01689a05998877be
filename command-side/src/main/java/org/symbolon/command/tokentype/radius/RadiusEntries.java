package org.symbolon.command.tokentype.radius;

import java.util.List;
import java.util.Map;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.shared.Truth;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.radius.RadiusInquiry.Where;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/**
 * What a radius token keeps: whom to ask about whom. It is written as eduMFA writes it, all entries as texts; what the token shares with
 * a server of its own is its secret.
 */
record RadiusEntries(String identifier, String server, String systemSettings, String user, String localPin) {

    private static final String IDENTIFIER = "radius.identifier";
    private static final String SYSTEM_SETTINGS = "radius.system_settings";
    private static final String USER = "radius.user";
    private static final String LOCAL_PIN = "radius.local_checkpin";

    static final List<TypeParameter> PARAMETERS = List.of(
            TypeParameter.text(IDENTIFIER, "The name of the RADIUS server that is asked."),
            TypeParameter.flag(SYSTEM_SETTINGS, "Asks the server of the system settings, where no other is named."),
            TypeParameter.text(
                    RadiusInquiry.SERVER, "Its address, perhaps with a port, where neither of both is given."),
            TypeParameter.secret(RadiusInquiry.SECRET, "What is shared with the server at this address."),
            TypeParameter.text(USER, "The name by which that server knows the user."),
            TypeParameter.flag(LOCAL_PIN, "Checks the PIN here, and sends the rest alone.")
                    .or("0"));

    static final List<StateEntry> ENTRIES = List.of(
            StateEntry.text(IDENTIFIER),
            StateEntry.text(SYSTEM_SETTINGS),
            StateEntry.text(RadiusInquiry.SERVER),
            StateEntry.text(USER),
            StateEntry.text(LOCAL_PIN));

    static RadiusEntries of(TypeState state) {
        return new RadiusEntries(
                state.text(IDENTIFIER).orElse(""),
                state.text(RadiusInquiry.SERVER).orElse(""),
                state.text(SYSTEM_SETTINGS).orElse(""),
                state.text(USER).orElse(""),
                state.text(LOCAL_PIN).orElse(""));
    }

    /**
     * What an enrolment asks for.
     *
     * @throws Refusal 905 if it does not say whom to ask, or about whom
     */
    static RadiusEntries of(EnrolmentRequest request) {
        RadiusEntries asked = new RadiusEntries(
                text(request, IDENTIFIER),
                text(request, RadiusInquiry.SERVER),
                text(request, SYSTEM_SETTINGS),
                text(request, USER),
                request.text(LOCAL_PIN, "0"));
        if (asked.hasServerOfItsOwn()) {
            require(request, RadiusInquiry.SERVER);
            require(request, RadiusInquiry.SECRET);
        }
        require(request, USER);
        return asked;
    }

    private static String text(EnrolmentRequest request, String name) {
        return Limits.check(name, request.text(name, ""), Limits.TEXT);
    }

    private static void require(EnrolmentRequest request, String name) {
        if (request.text(name, "").isEmpty()) {
            throw Refusal.missing(name);
        }
    }

    private boolean hasServerOfItsOwn() {
        return identifier.isEmpty() && !Truth.of(systemSettings);
    }

    /** The secret of a token that is enrolled so. */
    Secret shared(EnrolmentRequest request) {
        return hasServerOfItsOwn()
                ? Secret.of(Limits.check(RadiusInquiry.SECRET, request.text(RadiusInquiry.SECRET, ""), Limits.SEED))
                : Secret.EMPTY;
    }

    boolean pinIsLocal() {
        return Truth.of(localPin);
    }

    Where where(TokenView token) {
        if (!identifier.isEmpty()) {
            return new Where.Defined(identifier);
        }
        return hasServerOfItsOwn() ? new Where.Own(server, token.secret()) : new Where.Settings();
    }

    TypeState state() {
        return TypeState.of(
                null,
                Map.of(
                        IDENTIFIER,
                        identifier,
                        RadiusInquiry.SERVER,
                        server,
                        SYSTEM_SETTINGS,
                        systemSettings,
                        USER,
                        user,
                        LOCAL_PIN,
                        localPin));
    }
}
