package org.symbolon.query.history;

/** Which numbers did realms of this name have, one after the other? */
public record ListRealmNumbers(String realm) {}
