package org.symbolon.query.history;

import org.symbolon.query.shared.Paging;

/** What has happened to the token with this serial, and to former tokens with it? The newest comes first. */
public record TokenHistory(String serial, Paging paging) {}
