package org.symbolon.command.tokentype.yubico.port;

/** Yubico's validation service, or one that speaks as it does. */
@FunctionalInterface
public interface YubicoService {

    /**
     * The text that it answers, whatever it says.
     *
     * @throws YubicoUnavailableException if there is none in time
     */
    String ask(YubicoRequest request);
}
