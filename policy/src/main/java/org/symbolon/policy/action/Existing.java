package org.symbolon.policy.action;

/** Things of which an action offers those that exist. */
public enum Existing {
    REALMS("realms"),
    RESOLVERS("resolvers"),
    CA_CONNECTORS("CA connectors"),
    MAIL_SERVERS("mail servers"),
    RADIUS_SERVERS("RADIUS servers"),
    SMS_GATEWAYS("SMS gateways");

    private final String title;

    Existing(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
