import { AppError, upstream } from './errors.ts';

/**
 * Say in a sentence why a request came to nothing.
 *
 * Shape: an AppError stays as it is. The sentence names the host, never the whole address.
 */
export function describeFailure(
  error: unknown,
  { host, timeoutMs, calledOff }: { host: string; timeoutMs: number; calledOff: boolean },
): AppError {
  if (error instanceof AppError) return error;
  const { name, code = '', message } = error as { name?: string; code?: string; message?: string };
  const options = { cause: error, retryable: true };
  if (calledOff) return upstream('fetch.called_off', `The request to ${host} was called off.`, options);
  if (name === 'TimeoutError')
    return upstream('fetch.timeout', `${host} did not answer in full within ${timeoutMs / 1000} s.`, options);
  const certificate = CERTIFICATES[code];
  if (certificate !== undefined)
    return upstream('fetch.bad_certificate', `${host} cannot be trusted: ${certificate}.`, options);
  const fault = name === 'HTTPParserError' ? 'it is not HTTP' : unreadable(code);
  if (fault !== undefined)
    return upstream('fetch.bad_answer', `${host} sent an answer that cannot be read: ${fault}.`, {
      cause: error,
    });
  const reason =
    REASONS[code] ?? (/^(?:ERR_SSL_|EPROTO)/.test(code) ? NO_TLS : (message ?? 'unknown reason'));
  return upstream('fetch.unreachable', `${host} could not be reached: ${reason}.`, options);
}

/** Whether the other side hung up. */
export function wasCut(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET';
}

/** Whether nobody was sent anything: there is no such host, or it may not be asked. */
export function isBeforeConnecting(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'fetch.refused_address' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}

/** What zlib, brotli, zstd and the HTTP client call an answer that is not what it says. */
function unreadable(code: string): string | undefined {
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return 'its headers are too long';
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return 'it is not as long as it says';
  return /^(?:Z_|ERR__ERROR|ERR_BROTLI|ERR_ZSTD|ZSTD_)/.test(code)
    ? `its encoding is broken (${code})`
    : undefined;
}

const NO_TLS = 'it does not speak TLS, or no version that is safe';

const REASONS: Record<string, string> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name could not be looked up',
  EAI_FAIL: 'its name could not be looked up',
  ECONNREFUSED: 'it refused the connection',
  ECONNRESET: 'it cut the connection',
  EPIPE: 'it cut the connection',
  UND_ERR_SOCKET: 'it cut the connection',
  UND_ERR_CONNECT_TIMEOUT: 'it did not take the connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'it did not go on answering',
  ETIMEDOUT: 'it did not take the connection in time',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
};

const CERTIFICATES: Record<string, string> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  CERT_REVOKED: 'its certificate has been revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by somebody whom nobody knows',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate is signed by somebody whom nobody knows',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by somebody whom nobody knows',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes without those that would prove it',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};
