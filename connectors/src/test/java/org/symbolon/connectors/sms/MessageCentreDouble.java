package org.symbolon.connectors.sms;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.symbolon.connectors.network.FreePort;

/** A message centre that takes what it is handed, or refuses; it is made of the library's own server. */
final class MessageCentreDouble implements ServerMessageReceiverListener, AutoCloseable {

    private final SMPPServerSessionListener listener;
    private final int port;
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    private volatile boolean refusesLogins;
    private volatile boolean refusesMessages;

    MessageCentreDouble() throws IOException {
        port = FreePort.tcp();
        listener = new SMPPServerSessionListener(port);
        listener.setMessageReceiverListener(this);
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "message-centre");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (true) {
            try {
                SMPPServerSession session = listener.accept();
                start(() -> meet(session));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void meet(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(5_000);
            logins.add(request.getSystemId() + "/" + request.getPassword());
            if (refusesLogins) {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            } else {
                request.accept("centre");
            }
        } catch (IOException | TimeoutException | PDUStringException | IllegalStateException gone) {
            session.close();
        }
    }

    void refusesLogins() {
        refusesLogins = true;
    }

    void refusesMessages() {
        refusesMessages = true;
    }

    int port() {
        return port;
    }

    List<String> logins() {
        return List.copyOf(logins);
    }

    List<SubmitSm> taken() {
        return List.copyOf(taken);
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession session) throws ProcessRequestException {
        if (refusesMessages) {
            throw new ProcessRequestException("755224", SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        taken.add(message);
        try {
            return new SubmitSmResult(new MessageId("1"), new OptionalParameter[0]);
        } catch (PDUStringException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("not known here", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm message, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm message, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm message, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
