import { ensureBuild } from './supervisor/build';

/** `npm run build`: the production build, unless the last one was made from the same sources. */
ensureBuild();
