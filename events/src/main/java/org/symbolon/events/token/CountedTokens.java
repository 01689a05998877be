package org.symbolon.events.token;

import org.symbolon.events.shared.TokenOwner;

/**
 * Tokens that are counted together: those of an owner, or those in a realm.
 *
 * @param owner null where a realm's tokens are counted
 * @param realm null where an owner's tokens are counted
 * @param type only those of this type; null for all
 * @param activeOnly whether those that are disabled are left out
 * @param serial the token that is asked about, null for one that has no serial yet
 */
public record CountedTokens(TokenOwner owner, String realm, String type, boolean activeOnly, String serial) {

    public static CountedTokens of(TokenOwner owner, String type, boolean activeOnly, String serial) {
        return new CountedTokens(owner, null, type, activeOnly, serial);
    }

    /** All in a realm. */
    public static CountedTokens in(String realm, String serial) {
        return new CountedTokens(null, realm, null, false, serial);
    }

    /** What nobody else may decide about at the same time. */
    public String place() {
        return owner == null
                ? "realm/" + realm
                : "owner/" + owner.realm() + "/" + owner.resolver() + "/" + owner.userId();
    }
}
