package org.symbolon.connectors.sql;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.symbolon.connectors.network.TlsTrouble;

/** What went wrong with a database, in our words. What the server and the driver say quotes names and values, so none of it is passed on. */
final class SqlFailures {

    private final SqlAddress server;

    SqlFailures(SqlAddress server) {
        this.server = server;
    }

    SqlTroubleException of(SQLException failed) {
        if (SqlDrivers.UNASKABLE.equals(failed.getSQLState())) {
            return new SqlTroubleException(server, SqlTrouble.OTHER, failed.getMessage());
        }
        SqlTrouble known = known(failed);
        if (known == null || known == SqlTrouble.AWAY) {
            return ofTheNetwork(failed, known == SqlTrouble.AWAY);
        }
        return new SqlTroubleException(server, known, known.words() + code(failed));
    }

    private SqlTroubleException ofTheNetwork(SQLException failed, boolean away) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return new SqlTroubleException(server, SqlTrouble.TLS, TlsTrouble.of(cause, TlsTrouble.TRUSTED));
            }
            SqlTrouble trouble = trouble(cause);
            if (trouble != null) {
                return new SqlTroubleException(server, trouble);
            }
        }
        if (away || isOfTheConnection(failed)) {
            return new SqlTroubleException(server, said(failed));
        }
        return new SqlTroubleException(server, SqlTrouble.OTHER, SqlTrouble.OTHER.words() + code(failed));
    }

    private static SqlTrouble trouble(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return SqlTrouble.UNKNOWN;
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return SqlTrouble.UNREACHABLE;
        }
        if (cause instanceof SocketTimeoutException) {
            return SqlTrouble.LATE;
        }
        return cause instanceof EOFException || cause instanceof SocketException ? SqlTrouble.AWAY : null;
    }

    /** Some of the drivers' troubles are told by their words alone. */
    private static SqlTrouble said(SQLException failed) {
        String words = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("connection refused") || words.contains("no route to host")) {
            return SqlTrouble.UNREACHABLE;
        }
        if (words.contains("timed out")) {
            return SqlTrouble.LATE;
        }
        return words.contains("ssl") ? SqlTrouble.TLS : SqlTrouble.AWAY;
    }

    private SqlTrouble known(SQLException failed) {
        Map<String, SqlTrouble> troubles = server.dialect().troubles();
        SqlTrouble byNumber = troubles.get(String.valueOf(failed.getErrorCode()));
        return byNumber != null || failed.getSQLState() == null ? byNumber : troubles.get(failed.getSQLState());
    }

    private static String code(SQLException failed) {
        String state = failed.getSQLState() == null ? "none" : failed.getSQLState();
        return failed.getErrorCode() == 0
                ? " (SQL state %s)".formatted(state)
                : " (SQL state %s, number %d)".formatted(state, failed.getErrorCode());
    }

    /** The class 08 of SQL states; drivers that fail over what they read say nothing of the kind. */
    private static boolean isOfTheConnection(SQLException failed) {
        String state = failed.getSQLState();
        return state == null || state.startsWith("08") || failed.getCause() instanceof RuntimeException;
    }
}
