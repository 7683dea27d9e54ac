import { UserError } from '../../errors.ts';

/**
 * Where tests run at level `docker`: Debian 12 with Node 24, Python 3 and a C compiler. The image is fetched by its
 * digest, not by its tag. No machine that builds this project has an engine, so only a real run that pulls the image
 * proves it.
 */
export const defaultImage =
  'node:24-bookworm@sha256:3a09aa6354567619221ef6c45a5051b671f953f0a1924d1f819ffb236e520e6b';

/** Name of the variable that selects another image. */
export const imageVariable = 'SPEC_PORTABILITY_IMAGE';

/** The image to use. Throws when it is not pinned, because a tag may point to another image tomorrow. */
export function pinnedImage(asked: string | null): string {
  const image = asked ?? defaultImage;
  if (/^[a-z0-9][\w./:-]*@sha256:[0-9a-f]{64}$/.test(image)) return image;
  throw new UserError(
    'SANDBOX_UNAVAILABLE',
    `the image in ${imageVariable} is not pinned by its digest. No generated code was run.`,
    `Write it as \`name@sha256:…\`; \`docker images --digests\` shows the 64 digits.`,
  );
}
