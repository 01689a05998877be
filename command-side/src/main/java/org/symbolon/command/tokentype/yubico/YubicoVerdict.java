package org.symbolon.command.tokentype.yubico;

/** What Yubico's service says of a value. */
public sealed interface YubicoVerdict {

    /** It is right, and used up now. */
    record Right() implements YubicoVerdict {}

    /** It is wrong, or was used before. */
    record Wrong(boolean replayed) implements YubicoVerdict {}

    /**
     * It says nothing that counts.
     *
     * @param trouble why, for whoever looks after the settings
     */
    record Missing(String trouble) implements YubicoVerdict {}
}
