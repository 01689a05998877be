package org.symbolon.command.tokengroup.port;

/** What is known of token groups and the tokens in them, as of the current transaction. */
public interface Tokengroups {

    boolean exists(String group);

    int tokensIn(String group);

    boolean hasMember(String group, String serial);
}
