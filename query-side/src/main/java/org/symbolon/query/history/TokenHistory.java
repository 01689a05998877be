package org.symbolon.query.history;

import java.util.Optional;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.query.shared.Paging;

/**
 * What has happened to the token with this serial, and to former tokens with it? The newest comes first.
 *
 * @param owner whose token it is, who is told what has happened since it is his; empty for who may know all
 */
public record TokenHistory(String serial, Optional<TokenOwner> owner, Paging paging) {

    /** For who may know all of it. */
    public TokenHistory(String serial, Paging paging) {
        this(serial, Optional.empty(), paging);
    }
}
