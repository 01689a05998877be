package org.symbolon.cli.janitor;

import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/**
 * The tokens of a server, as a janitor goes through them: a page after the other, each changed by itself.
 *
 * <p>A request that cannot be met throws a {@link CommandFailedException}.
 */
public interface TokenStock {

    /** Before the number of every token. */
    int BEGIN = Integer.MIN_VALUE;

    /** How many there are of these. */
    long count(TokenShelf shelf);

    /** The next of these in the order of their numbers. */
    List<StockedToken> after(TokenShelf shelf, int number, int most);

    /** The token as it is now; empty if it is gone. */
    Optional<StockedToken> again(String serial);

    /** The user whom somebody means with {@code login} or {@code login@realm}; empty if there is none. */
    Optional<TokenOwner> owner(String typed);

    /** What the user store of a resolver says of users; a store that is away is asked in vain, and does not count as empty. */
    Said ask(String resolver, Collection<String> userIds);

    /** Looks whether what a change names is there. */
    void check(TokenChange change);

    /** Changes a token and tells the audit of it, or refuses to and tells the audit of that. */
    void change(String who, StockedToken token, TokenChange change);

    /** Begins a file of tokens under a password. */
    TokenFile export(String who, Form form, Secret password, OutputStream output);

    /** Enrols the tokens of a PSKC file, all that the server can have or none of a file that is refused. */
    Loaded load(String who, Loading loading);

    /** Removes what has expired of one kind, and answers whether there was any. */
    boolean removeExpired(String who, Expired kind);

    /** The forms of files. */
    enum Form {
        /** Portable symmetric keys (RFC 6030). */
        PSKC,
        /** A line for each token, with its seed in hexadecimal digits. */
        CSV,
        /** A line for each token, with its seed in Base32. */
        CSV_BASE32,
        /** All that is known of each token. */
        YAML
    }

    /**
     * A file that is to be loaded.
     *
     * @param presharedKey in hexadecimal digits, empty if there is none
     * @param password empty if there is none
     * @param macRule what becomes of keys whose MAC does not fit, in the words of the API
     */
    record Loading(Caller.Opened file, Secret presharedKey, Secret password, String macRule) {}

    /**
     * What that came to.
     *
     * @param unchanged those that were there already as the file says
     * @param leftOut those that the server cannot have, or that nothing proves
     */
    record Loaded(int made, int changed, int unchanged, int leftOut) {}

    /** What expires beside tokens. */
    enum Expired {
        CHALLENGES,
        REVOKED_LOGINS
    }

    /**
     * What a store has said.
     *
     * @param users what it knows of those whom it knows, by id
     * @param silence why it said nothing; empty if it did
     */
    record Said(Map<String, Map<String, String>> users, String silence) {

        public boolean isSilence() {
            return !silence.isEmpty();
        }
    }

    /** A file that is being written. */
    interface TokenFile extends AutoCloseable {

        /** Appends those that such a file can say, and answers how many they are. */
        int write(List<StockedToken> tokens, OwnerNames owners);

        @Override
        void close();
    }

    /** Knows how owners log in. */
    interface OwnerNames {

        /** As in {@code login@realm}; empty if there is no owner or nobody knows. */
        String of(StockedToken token);
    }
}
