import { expect, test } from '@jest/globals';
import { plantedCopy } from './planted-copy.ts';

test('an unused export, an unused file, an unused and an unlisted package fail the check', async () => {
  await using copy = await plantedCopy();
  await copy.append(
    'src/core/plan/plan.ts',
    '\nexport const plantedExport = 1;\nexport const plantedOwn = plantedExport;\n',
  );
  await copy.append('src/core/digest.ts', '\nexport type PlantedType = 1;\n');
  await copy.write('src/core/plan/planted-file.ts', 'export const planted = 1;\n');
  await copy.append('src/entry/cli.ts', "\nimport 'acorn';\n");
  await copy.run(
    'npm',
    'pkg',
    'set',
    'dependencies.planted-package=1.0.0',
    'devDependencies.planted-tool=1.0.0',
  );

  const { code, output } = await copy.npmRun('check:unused');

  expect(code).not.toBe(0);
  expect(output).toMatch(/^plantedOwn /m);
  expect(output).toMatch(/^plantedExport /m);
  expect(output).toMatch(/^PlantedType /m);
  expect(output).toMatch(/^src\/core\/plan\/planted-file\.ts/m);
  expect(output).toMatch(/^planted-package /m);
  expect(output).toMatch(/^planted-tool /m);
  expect(output).toMatch(/^acorn /m);
});
