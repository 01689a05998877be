package org.symbolon.connectors.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.connectors.network.Deadline;

/** Message centres that speak SMPP 3.4: binds as a transmitter for each message, hands it in by its parts, and leaves. */
final class SmppProvider implements SmsProvider {

    private static final String NOT_OF_AN_ADDRESS = "[^+0-9A-Za-z*#]";
    private static final int LAST_PORT = 65_535;

    private final SmppConnections connections;
    private final Duration patience;
    private final AtomicInteger messages = new AtomicInteger();

    SmppProvider(SmppConnections connections, Duration patience) {
        this.connections = connections;
        this.patience = patience;
    }

    @Override
    public void send(Gateway gateway, TextMessage message) {
        String number = PhoneNumber.plain(gateway, message).replaceAll(NOT_OF_AN_ADDRESS, "");
        List<SmppText.Part> parts = SmppText.of(message.text().reveal(), messages.incrementAndGet());
        bound(gateway, (session, deadline) -> {
            for (SmppText.Part part : parts) {
                handIn(session, gateway, number, part, deadline);
            }
        });
    }

    @Override
    public List<Finding> examine(Gateway gateway) {
        bound(gateway, (session, deadline) -> {});
        return List.of(Finding.ok("The message centre %s:%d takes the log-in"
                .formatted(gateway.required("SMSC_HOST").strip(), port(gateway))));
    }

    /** What is done while one is bound. */
    private interface Errand {
        void run(SMPPSession session, Deadline deadline);
    }

    private void bound(Gateway gateway, Errand errand) {
        String host = gateway.required("SMSC_HOST").strip();
        int port = port(gateway);
        Deadline deadline = Deadline.in(patience);
        SMPPSession session = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender()),
                new BoundedPduReader(),
                connections.within(deadline));
        try {
            bind(session, gateway, host, port, deadline);
            errand.run(session, deadline);
            session.unbindAndClose();
        } finally {
            session.close();
        }
    }

    private static int port(Gateway gateway) {
        String written = gateway.required("SMSC_PORT").strip();
        if (!written.matches("\\d{1,5}") || Integer.parseInt(written) > LAST_PORT || Integer.parseInt(written) == 0) {
            throw new TextNotSentException(gateway.identifier(), Trouble.DEFINITION, "SMSC_PORT is no port");
        }
        return Integer.parseInt(written);
    }

    private static void bind(SMPPSession session, Gateway gateway, String host, int port, Deadline deadline) {
        BindParameter ourselves = new BindParameter(
                BindType.BIND_TX,
                gateway.option("SYSTEM_ID").orElse(""),
                gateway.option("PASSWORD").orElse(""),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
        session.setTransactionTimer(deadline.millisLeft());
        try {
            session.connectAndBind(host, port, ourselves, deadline.millisLeft());
        } catch (IOException failed) {
            throw failure(gateway, failed, Trouble.LOGIN, deadline);
        }
    }

    private static void handIn(
            SMPPSession session, Gateway gateway, String number, SmppText.Part part, Deadline deadline) {
        session.setTransactionTimer(deadline.millisLeft());
        try {
            session.submitShortMessage(
                    "",
                    typeOf(gateway, "S_ADDR_TON"),
                    planOf(gateway, "S_ADDR_NPI"),
                    gateway.option("S_ADDR").orElse(""),
                    typeOf(gateway, "D_ADDR_TON"),
                    planOf(gateway, "D_ADDR_NPI"),
                    number,
                    new ESMClass(part.features()),
                    (byte) 0,
                    (byte) 0,
                    null,
                    null,
                    new RegisteredDelivery(0),
                    (byte) 0,
                    part.coding(),
                    (byte) 0,
                    part.octets());
        } catch (PDUException unfit) {
            throw new TextNotSentException(gateway.identifier(), Trouble.NUMBER);
        } catch (ResponseTimeoutException | InvalidResponseException | NegativeResponseException | IOException failed) {
            throw failure(gateway, failed, Trouble.REJECTED, deadline);
        }
    }

    private static TypeOfNumber typeOf(Gateway gateway, String option) {
        try {
            return TypeOfNumber.valueOf(number(gateway, option));
        } catch (IllegalArgumentException unknown) {
            return TypeOfNumber.UNKNOWN;
        }
    }

    private static NumberingPlanIndicator planOf(Gateway gateway, String option) {
        try {
            return NumberingPlanIndicator.valueOf(number(gateway, option));
        } catch (IllegalArgumentException unknown) {
            return NumberingPlanIndicator.UNKNOWN;
        }
    }

    /** What is no number counts as zero, which leaves it to the message centre. */
    private static byte number(Gateway gateway, String option) {
        String written = gateway.option(option).orElse("").strip();
        return written.matches("\\d{1,2}") ? Byte.parseByte(written) : 0;
    }

    /**
     * What went wrong, in our words.
     *
     * @param refused what a negative answer means here
     */
    private static TextNotSentException failure(Gateway gateway, Exception failed, Trouble refused, Deadline deadline) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof NegativeResponseException negative) {
                String code = "code " + Integer.toHexString(negative.getCommandStatus());
                return new TextNotSentException(gateway.identifier(), refused, code);
            }
        }
        boolean late = deadline.isOver() || failed instanceof ResponseTimeoutException;
        return late
                ? new TextNotSentException(gateway.identifier(), Trouble.TOO_SLOW)
                : NetworkFailures.of(failed, gateway);
    }
}
