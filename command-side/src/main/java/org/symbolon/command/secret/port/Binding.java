package org.symbolon.command.secret.port;

/**
 * Whose a sealed secret is and what it is for. A box opens for the same alone that it was sealed for, so that one which somebody
 * moves within the database, to another token, server or entry, opens nothing there (docs/adr/0024).
 *
 * @param owner identifier of the aggregate that has the secret, as in the event store
 * @param purpose what it has it for
 * @param name which one of several for that purpose; empty where there is one alone
 */
public record Binding(String owner, SecretPurpose purpose, String name) {

    /** Of an owner that has one secret alone for this purpose. */
    public static Binding of(String owner, SecretPurpose purpose) {
        return new Binding(owner, purpose, "");
    }

    /** As people read it: a name is none of the secret. */
    @Override
    public String toString() {
        return purpose.word() + (name.isEmpty() ? "" : " " + name) + " of " + owner;
    }
}
