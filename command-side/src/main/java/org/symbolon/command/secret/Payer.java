package org.symbolon.command.secret;

/**
 * On whose account something slow is done: turns are shared fairly between addresses, and those of one address between the
 * users that are asked about from there.
 *
 * @param address the client's address, empty if it is not known
 * @param user whom or what it is about, empty for nobody in particular
 */
public record Payer(String address, String user) {

    public static final Payer NOBODY = new Payer("", "");
}
