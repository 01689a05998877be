package org.symbolon.command.remoteserver.port;

/** What another server says to a log-in. */
public sealed interface RemoteAnswer {

    /**
     * It lets him in.
     *
     * @param serial of the token there; empty where it does not say so
     */
    record Accepted(String serial) implements RemoteAnswer {}

    /**
     * It does not.
     *
     * @param status of its answer over HTTP: any but 200 says that it has not understood or not decided
     */
    record Refused(int status) implements RemoteAnswer {

        public static final int DECIDED = 200;
    }

    /**
     * There is none that counts.
     *
     * @param trouble why, for whoever looks after servers
     */
    record Missing(String trouble) implements RemoteAnswer {}

    /**
     * It wants to know more.
     *
     * @param message what people are to be told
     * @param transactionId which the answer is to name
     */
    record Challenged(String message, String transactionId) implements RemoteAnswer {}
}
