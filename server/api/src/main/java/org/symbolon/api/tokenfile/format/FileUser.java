package org.symbolon.api.tokenfile.format;

/** Whom a file gives a token to, by names that nobody has looked up. */
public record FileUser(String login, String resolver, String realm) {

    /** The file says nothing of it. */
    static final FileUser NOBODY = new FileUser("", "", "");
}
