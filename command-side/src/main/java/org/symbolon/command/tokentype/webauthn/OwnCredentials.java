package org.symbolon.command.tokentype.webauthn;

import java.util.List;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.events.shared.TokenOwner;

/** Which credentials somebody has enrolled already, by his tokens of this type. */
public record OwnCredentials(TokenOwner owner, String type) implements Inquiry<OwnCredentials.Ids> {

    /** The ids of those that were found, as hexadecimal digits. */
    public record Ids(List<String> hex) {

        public Ids {
            hex = List.copyOf(hex);
        }
    }

    @Override
    public Class<Ids> answer() {
        return Ids.class;
    }
}
