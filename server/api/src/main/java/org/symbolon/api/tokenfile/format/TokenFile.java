package org.symbolon.api.tokenfile.format;

import java.util.function.Consumer;

/** What a file holds. It is gone through as often as one likes, and no two of its tokens need be in memory at once. */
public final class TokenFile {

    /** How many tokens a file may have. */
    public static final int MOST_TOKENS = 500_000;

    /** Whom a file is told to. */
    public interface Listener {

        /** One of its tokens, in the order of the file. */
        void token(TokenRecord token);

        /** One more that is left out, since nothing proves that its key is its own. */
        default void doubtful() {}
    }

    private final Consumer<Listener> records;

    TokenFile(Consumer<Listener> records) {
        this.records = records;
    }

    /**
     * Tells all that it holds.
     *
     * @throws org.symbolon.api.kernel.ApiException 304 at the first that cannot be a token, or that is one too many
     */
    public void tell(Listener listener) {
        records.accept(new Checked(listener));
    }

    private static final class Checked implements Listener {

        private final Listener listener;
        private int tokens;

        Checked(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void token(TokenRecord token) {
            tokens++;
            if (tokens > MOST_TOKENS) {
                throw FileFault.of("A file may have " + MOST_TOKENS + " tokens at most.");
            }
            if (token.serial().isEmpty()) {
                throw FileFault.at(token.place(), "the serial is missing");
            }
            if (token.type().equals("hotp") || token.type().equals("totp")) {
                Hexadecimal.require(token.place(), token.key());
            }
            listener.token(token);
        }

        @Override
        public void doubtful() {
            listener.doubtful();
        }
    }
}
