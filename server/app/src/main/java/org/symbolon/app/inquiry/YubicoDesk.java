package org.symbolon.app.inquiry;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.tokentype.yubico.YubicoInquiry;
import org.symbolon.command.tokentype.yubico.YubicoQuestion;
import org.symbolon.command.tokentype.yubico.YubicoVerdict;
import org.symbolon.command.tokentype.yubico.YubicoVerdict.Missing;
import org.symbolon.command.tokentype.yubico.port.YubicoService;
import org.symbolon.command.tokentype.yubico.port.YubicoUnavailableException;

/** Asks Yubico's service for tokens. Where it cannot be asked nobody is let in, and the log and the audit say why. */
@Component
public final class YubicoDesk {

    private static final Logger LOG = LoggerFactory.getLogger(YubicoDesk.class);

    private final YubicoService service;
    private final SystemSettings settings;
    private final Randomness randomness;

    YubicoDesk(YubicoService service, SystemSettings settings, Randomness randomness) {
        this.service = service;
        this.settings = settings;
        this.randomness = randomness;
    }

    public YubicoVerdict answer(YubicoInquiry inquiry) {
        YubicoVerdict verdict = verdict(YubicoQuestion.of(inquiry, settings, randomness));
        if (verdict instanceof Missing missing) {
            LOG.warn("{}", missing.trouble());
        }
        return verdict;
    }

    private YubicoVerdict verdict(Optional<YubicoQuestion> question) {
        if (question.isEmpty()) {
            return new Missing("The settings do not say as whom to ask Yubico's service, and with which key");
        }
        try {
            return question.get().verdict(service.ask(question.get().request()));
        } catch (YubicoUnavailableException unavailable) {
            return new Missing(unavailable.getMessage());
        }
    }
}
