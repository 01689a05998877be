package org.symbolon.command.tokentype.webauthn;

import java.util.List;
import java.util.Set;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.TokenOwner;

/** Which tokens of these types somebody has whose devices have made their keys, be they in use or not. */
public record OwnTokens(TokenOwner owner, Set<String> types) implements Inquiry<OwnTokens.Found> {

    public OwnTokens {
        types = Set.copyOf(types);
    }

    /** One of them. */
    public record Owned(String type, TokenView token) {}

    /** Those that were found, in the order of their serials. */
    public record Found(List<Owned> tokens) {

        public static final Found NONE = new Found(List.of());

        public Found {
            tokens = List.copyOf(tokens);
        }
    }

    @Override
    public Class<Found> answer() {
        return Found.class;
    }
}
