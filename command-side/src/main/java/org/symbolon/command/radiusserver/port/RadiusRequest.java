package org.symbolon.command.radiusserver.port;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.events.shared.Secret;

/**
 * Somebody who is to be let in.
 *
 * @param nasIdentifier as whom we ask; {@link #DEFAULT_NAS_IDENTIFIER} where it is nothing that RADIUS can carry
 * @param state what the challenge came with that this answers
 */
public record RadiusRequest(String user, Secret password, String nasIdentifier, Optional<RadiusState> state) {

    public static final String DEFAULT_NAS_IDENTIFIER = "eduMFA";

    /** The setting that says as whom we ask. */
    public static final String NAS_IDENTIFIER = "radius.nas_identifier";

    private static final int LONGEST_TEXT = 253;
    private static final int LONGEST_PASSWORD = 128;

    public RadiusRequest {
        nasIdentifier = isText(nasIdentifier) ? nasIdentifier : DEFAULT_NAS_IDENTIFIER;
    }

    /** One that is asked as the settings say. */
    public static RadiusRequest by(SystemSettings settings, String user, Secret password, Optional<RadiusState> state) {
        return new RadiusRequest(user, password, settings.text(NAS_IDENTIFIER).orElse(DEFAULT_NAS_IDENTIFIER), state);
    }

    /** Whether RADIUS can carry the name and the password. */
    public boolean fits() {
        return isText(user) && password.utf8().length <= LONGEST_PASSWORD;
    }

    private static boolean isText(String text) {
        return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_TEXT;
    }
}
