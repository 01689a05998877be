package org.symbolon.command.remoteserver.port;

/**
 * Another server of this kind, and how it is reached.
 *
 * @param address where it checks log-ins, whole
 * @param checked whether its certificate must hold
 */
public record RemotePeer(String address, boolean checked) {

    /** Where servers of this kind check log-ins. */
    public static final String CHECK = "/validate/check";

    /** The one at this address, without a slash twice between both parts. */
    public static RemotePeer at(String server, String path, boolean checked) {
        String base = server.strip().replaceAll("/+$", "");
        return new RemotePeer(base + "/" + path.strip().replaceAll("^/+", ""), checked);
    }

    /** Shows no address: it may hold a password. */
    @Override
    public String toString() {
        return "RemotePeer[" + checked + "]";
    }
}
