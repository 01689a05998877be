package org.symbolon.command.user.port;

import java.time.Instant;
import java.util.List;

/** What is known of recovery codes, as of the current transaction. */
public interface PasswordResets {

    /** A code that a user may still bring. */
    record Pending(int number, String codeHash) {}

    /** The codes of a user that neither were used nor removed. */
    List<Pending> pending(String username, String realm);

    /** The numbers of all codes, of whatever user, whose time has passed, in ascending order. */
    List<Integer> expired(Instant now);

    /** A number for a new code that no other has or had. */
    int nextNumber();
}
