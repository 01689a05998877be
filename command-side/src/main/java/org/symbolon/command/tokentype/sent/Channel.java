package org.symbolon.command.tokentype.sent;

/**
 * The way by which values of one type come to people, and how its parameters, settings and policies are called. Most names
 * follow from that of the type.
 *
 * @param type the type's name
 * @param address the parameter with where values are sent
 * @param stored what user stores call that
 * @param addressLimit how many characters it may have
 * @param validity the setting that says for how many seconds a challenge can be answered
 * @param presetSeconds what holds without it
 * @param challengeText what a challenge says where no policy says anything
 * @param failure what people are told where a value could not be sent
 * @param prompt what a log-in says that enrols a token of the type, to be told the address
 */
public record Channel(
        String type,
        String address,
        String stored,
        int addressLimit,
        String validity,
        int presetSeconds,
        String challengeText,
        String failure,
        String prompt) {

    /** What a message says, and the subject of one that has one, where no policy says anything. */
    static final String PRESET_TEXT = "<otp>";

    /** The parameter that has values sent to whatever address the owner has in his user store. */
    public String dynamic() {
        return "dynamic_" + address;
    }

    /** The parameter, and the setting, with the definition of what sends the values. */
    public String sender() {
        return type + ".identifier";
    }

    String concurrent() {
        return type + ".concurrent_challenges";
    }

    /** The action that says what a message says. */
    public String text() {
        return type + "text";
    }

    String challengeAction() {
        return type + "_challenge_text";
    }

    String sendsNext() {
        return type + "autosend";
    }

    /** In the text of a challenge, what stands for the address that nobody is to read there. */
    String redacted() {
        return "{" + address + "_redacted}";
    }
}
