package org.symbolon.command.support;

import java.util.HashSet;
import java.util.Set;
import org.symbolon.command.token.port.Serials;

/** Serials in use, as a test says. */
public final class FakeSerials implements Serials {

    public static final int NEXT_TOKEN_ID = 42;

    private final Set<String> taken = new HashSet<>();
    private int count;

    public FakeSerials count(int tokens) {
        count = tokens;
        return this;
    }

    public FakeSerials taken(String serial) {
        taken.add(serial);
        return this;
    }

    @Override
    public int countOf(String tokenType) {
        return count;
    }

    @Override
    public boolean exists(String serial) {
        return taken.contains(serial);
    }

    @Override
    public boolean exists(String serial, int tokenId) {
        return taken.contains(serial) && tokenId == NEXT_TOKEN_ID;
    }

    @Override
    public int nextTokenId() {
        return NEXT_TOKEN_ID;
    }
}
