package org.symbolon.query.policy;

import org.symbolon.query.shared.Paging;

/** What has happened to the policy of this name, and to former policies of it? The newest comes first. */
public record PolicyHistory(String name, Paging paging) {}
