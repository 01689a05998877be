package org.symbolon.command.token;

/**
 * Put a token into a group.
 *
 * @param evenIfMember whether nothing is done where it is in it already, which is refused otherwise
 */
public record JoinTokenGroup(String serial, String group, boolean evenIfMember) {

    public JoinTokenGroup(String serial, String group) {
        this(serial, group, false);
    }
}
