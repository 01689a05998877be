package org.symbolon.events.auth;

/**
 * How long a PIN is and of which characters, as policies write it.
 *
 * @param least how many characters it has at least
 * @param most how many it has at most
 * @param contents which characters it has
 */
public record PinRule(Ruled<Integer> least, Ruled<Integer> most, Ruled<String> contents) {

    /** Any PIN will do. */
    public static final PinRule NONE = new PinRule(Ruled.nothing(), Ruled.nothing(), Ruled.nothing());

    /** What is said here comes before what is said there. */
    public PinRule or(PinRule general) {
        return new PinRule(
                least.isSaid() ? least : general.least,
                most.isSaid() ? most : general.most,
                contents.isSaid() ? contents : general.contents);
    }
}
